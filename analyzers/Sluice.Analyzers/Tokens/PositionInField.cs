using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Values;
using Sluice.Generators.Parsing;

namespace Sluice.Analyzers.Tokens;

/// <summary>SLC212: the connector remembers a position between two calls.</summary>
internal sealed class PositionInField : IConnectorRule
{
    public static readonly DiagnosticDescriptor Rule = LawRule.Create(
        SyncLawIds.Slc212PositionInField,
        DiagnosticSeverity.Warning,
        "'{0}' keeps a position between calls: two runs mix theirs, and a restart loses it; keep it in a local of '{1}' and in the token");

    public IEnumerable<Diagnostic> Check(ConnectorFacts facts)
    {
        var written = new HashSet<ISymbol>(facts.Values.Operations.Where(found => facts.IsReached(found.Method)).SelectMany(static found => Written(found.Operation)).OfType<ISymbol>(), SymbolEqualityComparer.Default);
        if (written.Count == 0)
            yield break;

        foreach (var token in facts.Tokens)
        {
            foreach (var member in facts.Values.Reach(token.Value).Select(MemberOf).Where(member => member is not null && written.Contains(member)))
                yield return Report(member!, token.Method, token.Value);
        }

        // A first run that goes on from what an earlier one left behind.
        foreach (var (choice, method) in facts.Values.All<ICoalesceOperation>())
        {
            if (facts.Symbols.IsInput(Unwrap(choice.Value)) && MemberOf(Unwrap(choice.WhenNull)) is { } member && written.Contains(member))
                yield return Report(member, method, choice);
        }
    }

    private static Diagnostic Report(ISymbol member, IMethodSymbol method, IOperation use)
        => Diagnostic.Create(Rule, member.SourceLocation, [use.Syntax.GetLocation()], member.Name, method.Name);

    private static IEnumerable<ISymbol?> Written(IOperation operation) => operation switch
    {
        IDeconstructionAssignmentOperation deconstruction => deconstruction.Target.DescendantsAndSelf().Select(MemberOf),
        IAssignmentOperation assignment => [MemberOf(assignment.Target)],
        IIncrementOrDecrementOperation increment => [MemberOf(increment.Target)],
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => [MemberOf(argument.Value)],
        _ => [],
    };

    private static ISymbol? MemberOf(IOperation operation) => operation switch
    {
        IFieldReferenceOperation { Instance: IInstanceReferenceOperation, Field: { IsReadOnly: false, IsStatic: false, SourceLocation: not null } field } when IsPosition(field.Type) => field,
        IPropertyReferenceOperation { Instance: IInstanceReferenceOperation, Property: { IsStatic: false, SetMethod: { IsInitOnly: false }, SourceLocation: not null } property } when IsPosition(property.Type) => property,
        _ => null,
    };

    private static bool IsPosition(ITypeSymbol type) => TokenTypes.Find(type) is not null && (type.NullableValue ?? type).SpecialType != SpecialType.System_Boolean;

    private static IOperation Unwrap(IOperation value)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        return value;
    }
}
