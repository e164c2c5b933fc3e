using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Sluice.Analyzers.Flow;

/// <summary>Matches values against patterns.</summary>
internal static class Patterns
{
    /// <summary>All ways in which the match may go; the value is whether it matches.</summary>
    public static IEnumerable<Outcome> Match(HandlerFlow flow, Outcome input, IPatternOperation pattern)
    {
        var value = input.Value;
        if (value.IsHandler && TokenType(flow, pattern) is { } isToken)
        {
            foreach (var (state, takes) in isToken ? FlowEvaluator.TestToken(flow, input.State) : [(input.State, true)])
                yield return new(takes && Declared(pattern) is { } alias ? state.With(alias, FlowValue.Handler) : state, FlowValue.Of(takes));
        }
        else if (pattern is INegatedPatternOperation negated)
        {
            foreach (var outcome in Match(flow, input, negated.Pattern))
                yield return outcome with { Value = FlowValue.Of(!outcome.Value.Truth).DependingOnAnswer(outcome.Value.DependsOnAnswer) };
        }
        else
        {
            if (value.IsHandler && pattern is not (IConstantPatternOperation or IDiscardPatternOperation))
                throw new FlowAbandonedException();
            var state = input.State;
            foreach (var declared in pattern.DescendantsAndSelf().OfType<IPatternOperation>().Select(Declared))
            {
                if (declared is not null)
                    state = state.With(declared, FlowValue.NotNull.DependingOnAnswer(value.DependsOnAnswer));
            }

            yield return new(state, FlowValue.Of(Matches(value, pattern)).DependingOnAnswer(value.DependsOnAnswer));
        }
    }

    /// <summary>Whether a pattern is a test for null alone: true if it matches null and nothing else, false for all but null.</summary>
    public static bool? IsNullTest(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } => true,
        INegatedPatternOperation negated => !IsNullTest(negated.Pattern),
        _ when MatchesAllButNull(pattern) => false,
        _ => null,
    };

    private static bool? Matches(in FlowValue value, IPatternOperation pattern)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
            case IDeclarationPatternOperation { MatchesNull: true }:
                return true;
            case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: var constant } }:
                return constant is null ? value.IsNull
                    : value.Is(FlowValue.OfConstant(constant).Constant);
            case INegatedPatternOperation negated:
                return !Matches(value, negated.Pattern);
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or:
                var (left, right) = (Matches(value, or.LeftPattern), Matches(value, or.RightPattern));
                return left == true || right == true ? true : left == false && right == false ? false : null;
            case IBinaryPatternOperation and:
                (left, right) = (Matches(value, and.LeftPattern), Matches(value, and.RightPattern));
                return left == false || right == false ? false : left == true && right == true ? true : null;
            case ITypePatternOperation or IDeclarationPatternOperation or IRecursivePatternOperation:
                return value.IsNull == true ? false : value.IsNull == false && MatchesAllButNull(pattern) ? true : null;
            default:
                return null;
        }
    }

    private static bool MatchesAllButNull(IPatternOperation pattern)
    {
        var type = pattern switch
        {
            IDeclarationPatternOperation { MatchesNull: false } declaration => declaration.MatchedType,
            ITypePatternOperation test => test.MatchedType,
            IRecursivePatternOperation { PropertySubpatterns.IsEmpty: true, DeconstructionSubpatterns.IsEmpty: true } empty => empty.MatchedType,
            _ => null,
        };
        var input = pattern.InputType is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : pattern.InputType;
        return SymbolEqualityComparer.Default.Equals(type, input);
    }

    private static ISymbol? Declared(IPatternOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
        IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
        IListPatternOperation list => list.DeclaredSymbol,
        _ => null,
    };

    // Whether the pattern asks the handler for the token results interface; null where it asks for something else.
    private static bool? TokenType(HandlerFlow flow, IPatternOperation pattern)
    {
        var type = pattern switch
        {
            IDeclarationPatternOperation declaration => declaration.MatchedType ?? declaration.InputType,
            ITypePatternOperation test => test.MatchedType,
            IRecursivePatternOperation { PropertySubpatterns.IsEmpty: true, DeconstructionSubpatterns.IsEmpty: true } empty => empty.MatchedType,
            _ => null,
        };
        if (!flow.Symbols.IsHandler(type))
            return null;
        return flow.Symbols.IsTokenHandler(type);
    }
}
