using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Values;
using Sluice.Generators.Parsing;

namespace Sluice.Analyzers.Tokens;

/// <summary>SLC205: a token that is none: it is empty, the one that came in, or one for all deltas where each should have its own.</summary>
internal sealed class PlaceholderToken : IConnectorRule
{
    public static readonly DiagnosticDescriptor EmptyRule = LawRule.Create(
        SyncLawIds.Slc205DeltaCarriesToken,
        DiagnosticSeverity.Warning,
        "In '{0}', {1} is empty, and a host that stores it starts again from the beginning; give the position in the source after this change");

    public static readonly DiagnosticDescriptor InputRule = LawRule.Create(
        SyncLawIds.Slc205DeltaCarriesToken,
        DiagnosticSeverity.Warning,
        "'{0}' gives a delta the token that the run started from, so accepting it moves nothing; give the delta's own position");

    public static readonly DiagnosticDescriptor SharedRule = LawRule.Create(
        SyncLawIds.Slc205DeltaCarriesToken,
        DiagnosticSeverity.Warning,
        "'{0}' declares PerDelta, but all deltas of this loop get '{1}', so a run that stops among them skips the rest; give each its own position, or declare TokenGranularity.Group");

    private const int PerDelta = 1;

    public IEnumerable<Diagnostic> Check(ConnectorFacts facts)
    {
        foreach (var token in facts.Tokens.Where(static token => token.Kind != TokenPlaceKind.Latest))
        {
            if (facts.Values.Origin(token.Value, IsEmpty) is not null)
                yield return Diagnostic.Create(EmptyRule, token.Value.Syntax.GetLocation(), token.Method.Name, token.Text);
            else if (token.Kind == TokenPlaceKind.Delta && IsInput(token, facts))
                yield return Diagnostic.Create(InputRule, token.Value.Syntax.GetLocation(), token.Method.Name);
            else if (token.Kind == TokenPlaceKind.Delta && IsShared(token))
                yield return Diagnostic.Create(SharedRule, token.Value.Syntax.GetLocation(), token.Method.Name, token.Value.Syntax);
        }
    }

    private static bool IsEmpty(IOperation value) => value switch
    {
        { ConstantValue: { HasValue: true, Value: "" } } => true,
        IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } } => true,
        IDefaultValueOperation { Type: { } type } => type.IsNamed("Sluice", "SyncToken"),
        IObjectCreationOperation { Arguments.IsEmpty: true, Type: { } type } => type.IsNamed("Sluice", "SyncToken"),
        IArrayCreationOperation { DimensionSizes: [{ ConstantValue: { HasValue: true, Value: 0 } }] } => true,
        ICollectionExpressionOperation { Elements.IsEmpty: true } => true,
        IInvocationOperation { TargetMethod: { Name: "Empty", ContainingType: { } type } } => type.IsNamed("System", "Array"),
        _ => false,
    };

    private static bool IsInput(TokenPlace token, ConnectorFacts facts)
        => facts.Values.Origin(token.Value, operation => operation.ConstantValue.HasValue || IsUnchangedInput(operation, facts)) is not null
            && facts.Values.Reach(token.Value).Any(operation => IsUnchangedInput(operation, facts));

    private static bool IsUnchangedInput(IOperation operation, ConnectorFacts facts)
        => facts.Symbols.IsInput(operation) && facts.Values.AssignmentsOf(((IParameterReferenceOperation)operation).Parameter).Count == 0;

    private static bool IsShared(TokenPlace token)
    {
        if (!token.Method.GetAttributes().Any(IsPerDelta) || Repeat(token.Place) is not { } repeat)
            return false;
        var value = Unwrap(token.Value);
        return value.ConstantValue.HasValue || (value is ILocalReferenceOperation { Local: { } local }
            && !local.DeclaringSyntaxReferences.Any(declared => repeat.Syntax.Span.Contains(declared.Span))
            && !repeat.Descendants().Any(operation => Changes(operation, local)));
    }

    private static bool IsPerDelta(AttributeData attribute) => OperationDeclaration.KindOf(attribute.AttributeClass) == Generators.Model.ConnectorOperation.Sync
        && (attribute.NamedArguments.Any(static argument => argument is { Key: "Granularity", Value.Value: PerDelta })
            || attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Enum, Value: PerDelta }]);

    // The loop, or the lambda that is called for each, as far as it is certain to come round again.
    private static IOperation? Repeat(IOperation place)
    {
        for (var around = place.Parent; around is not null; around = around.Parent)
        {
            switch (around)
            {
                case ILoopOperation:
                    return around.Descendants().Any(operation => Leaves(operation, around)) ? null : around;
                case IAnonymousFunctionOperation { Parent: IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "Select", ContainingType: { } type } } } } }:
                    return type.IsNamed("System.Linq", "Enumerable") || type.IsNamed("System.Linq", "AsyncEnumerable") ? around : null;
                case ILocalFunctionOperation or IAnonymousFunctionOperation:
                    return null;
            }
        }

        return null;
    }

    private static bool Leaves(IOperation operation, IOperation loop)
    {
        if (operation is not (IBranchOperation { BranchKind: BranchKind.Break or BranchKind.GoTo } or IReturnOperation { Kind: OperationKind.Return or OperationKind.YieldBreak } or IThrowOperation))
            return false;
        for (var around = operation.Parent; around is not null && around != loop; around = around.Parent)
        {
            // The handler said stop.
            if (around is IConditionalOperation { Condition: var condition } && condition.DescendantsAndSelf().Any(static part => part is IInvocationOperation { TargetMethod.Name: "Handle" or "HandleAsync" }))
                return false;
        }

        return true;
    }

    private static bool Changes(IOperation operation, ILocalSymbol local)
    {
        var target = operation switch
        {
            IAssignmentOperation assignment => assignment.Target,
            IIncrementOrDecrementOperation increment => increment.Target,
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => argument.Value,
            _ => null,
        };
        return target?.DescendantsAndSelf().Any(part => part is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local)) == true;
    }

    private static IOperation Unwrap(IOperation value)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        return value;
    }
}
