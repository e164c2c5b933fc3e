using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Flow;
using Sluice.Generators.Parsing;

namespace Sluice.Analyzers.Deltas;

/// <summary>SLC403: the previous uid is the uid.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PreviousUidAnalyzer : DeltaAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = LawRule.Create(
        SyncLawIds.Slc403PreviousUid,
        DiagnosticSeverity.Error,
        "The previous uid '{0}' is the uid of the object itself, and '{1}' is refused; give the uid that it had before, or none");

    /// <summary>Makes the analyzer.</summary>
    public PreviousUidAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Check(IInvocationOperation call, Action<Diagnostic> report)
    {
        if (DeltaCalls.PreviousUidOf(call) is not { } previous || DeltaCalls.ObjectOf(call) is not { } given)
            return;
        var changed = OperationTree.Core(given.Value);
        foreach (var branch in DeltaCalls.Branches(previous.Value))
        {
            if (IsUidOf(Text(branch), changed))
                report(Diagnostic.Create(Rule, branch.Syntax.GetLocation(), branch.Syntax, call.TargetMethod.Name));
        }
    }

    // The text or number that a uid is made of.
    private static IOperation Text(IOperation value)
    {
        while (true)
        {
            switch (value)
            {
                case IConversionOperation conversion:
                    value = conversion.Operand;
                    break;
                case IObjectCreationOperation { Type.Name: "Uid" or "Nullable", Arguments: [var argument] }:
                    value = argument.Value;
                    break;
                case IPropertyReferenceOperation { Property: { Name: "Value", ContainingType.Name: "Uid" or "Nullable" }, Instance: { } instance }:
                    value = instance;
                    break;
                default:
                    return value;
            }
        }
    }

    private static bool IsUidOf(IOperation uid, IOperation changed)
    {
        switch (changed)
        {
            // `Update(token, person, person.Id)`
            case ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation:
                return uid is IPropertyReferenceOperation { Property: var property, Instance: { } instance }
                    && IsUid(property)
                    && SymbolEqualityComparer.Default.Equals(VariableFacts.SymbolOf(OperationTree.Core(instance)), VariableFacts.SymbolOf(changed));
            // `Update(token, new Person(id, login), id)`
            case IObjectCreationOperation { Type: INamedTypeSymbol type } creation:
                return UidOf(creation, type) is { } own && IsSame(Text(own), uid);
            default:
                return false;
        }
    }

    private static IOperation? UidOf(IObjectCreationOperation creation, INamedTypeSymbol type)
    {
        var property = type.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(IsUid);
        var set = creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
            .FirstOrDefault(assignment => assignment.Target is IPropertyReferenceOperation { Property: var target } && IsUid(target));
        if (set is not null)
            return set.Value;
        return creation.Arguments.FirstOrDefault(argument => argument.Parameter is { } parameter
            && (parameter.GetAttributes().Any(static attribute => attribute.IsAnnotation("UidAttribute"))
                || property is not null && type.IsRecord && string.Equals(parameter.Name, property.Name, StringComparison.Ordinal)))?.Value;
    }

    // Annotated, or the `Uid` of an object that is untyped; on a record's parameter the annotation is the parameter's.
    private static bool IsUid(IPropertySymbol property)
        => property is { Name: "Uid", ContainingType.Name: "ConnectorObject" }
            || property.GetAttributes().Any(static attribute => attribute.IsAnnotation("UidAttribute"))
            || property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is ParameterSyntax
                && property.ContainingType.InstanceConstructors.SelectMany(static constructor => constructor.Parameters).Any(parameter => string.Equals(parameter.Name, property.Name, StringComparison.Ordinal)
                    && parameter.GetAttributes().Any(static attribute => attribute.IsAnnotation("UidAttribute")));

    private static bool IsSame(IOperation one, IOperation other)
    {
        if (one.ConstantValue is { HasValue: true, Value: { } left } && other.ConstantValue is { HasValue: true, Value: { } right })
            return left.Equals(right);
        return (one, other) switch
        {
            (IPropertyReferenceOperation { Instance: { } a } p, IPropertyReferenceOperation { Instance: { } b } q) => SymbolEqualityComparer.Default.Equals(p.Property, q.Property) && IsSame(OperationTree.Core(a), OperationTree.Core(b)),
            _ => VariableFacts.SymbolOf(one) is { } symbol && one is not IFieldReferenceOperation { Instance: not IInstanceReferenceOperation } && SymbolEqualityComparer.Default.Equals(symbol, VariableFacts.SymbolOf(other)),
        };
    }
}
