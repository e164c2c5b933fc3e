using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using Sluice.Analyzers.Values;

namespace Sluice.Analyzers.Tokens;

/// <summary>SLC218: the final position is asked for when the changes were read already.</summary>
internal sealed class PositionAfterData : IConnectorRule
{
    public static readonly DiagnosticDescriptor Rule = LawRule.Create(
        SyncLawIds.Slc218PositionBeforeData,
        DiagnosticSeverity.Warning,
        "'{0}' asks for its final position after it read the changes, so what was written in between is lost; ask before reading, and report that position at the end");

    public IEnumerable<Diagnostic> Check(ConnectorFacts facts)
    {
        var queries = Queries(facts);
        foreach (var token in facts.Tokens.Where(token => token.Kind is TokenPlaceKind.Final or TokenPlaceKind.Checkpoint && facts.Symbols.IsSync(token.Method)))
        {
            if (facts.Values.Origin(token.Value, operation => operation is IInvocationOperation asked && IsOfConnector(asked) && queries.Contains(asked.TargetMethod.OriginalDefinition), onSomePath: true) is { } query
                && Reading(token, query, facts) is { } reading
                && !IsConsistent(token.Method, facts))
            {
                yield return Diagnostic.Create(Rule, query.Syntax.GetLocation(), [reading.Syntax.GetFirstToken().GetLocation()], token.Method.Name);
            }
        }
    }

    // The connector's own latest token, and what that asks the source.
    private static HashSet<ISymbol> Queries(ConnectorFacts facts)
    {
        var queries = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var token in facts.Tokens.Where(static token => token.Kind == TokenPlaceKind.Latest))
        {
            queries.Add(token.Method.OriginalDefinition);
            foreach (var asked in facts.Values.Reach(token.Value).OfType<IInvocationOperation>().Where(asked => ValueStep.Of(asked, facts.Values).Kind == ValueStepKind.End && IsOfConnector(asked)))
                queries.Add(asked.TargetMethod.OriginalDefinition);
        }

        return queries;
    }

    // What a local knows may be of one point in time.
    private static bool IsOfConnector(IInvocationOperation call) => call.Instance is IInstanceReferenceOperation or IFieldReferenceOperation { Instance: IInstanceReferenceOperation } or IPropertyReferenceOperation { Instance: IInstanceReferenceOperation }
        or IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } };

    private static IOperation? Reading(TokenPlace token, IOperation query, ConnectorFacts facts)
    {
        var start = query.Syntax.SpanStart;
        if (query.Syntax.SyntaxTree != token.Place.Syntax.SyntaxTree)
            return null;
        if (token.Place is IObjectCreationOperation { Arguments: var arguments })
        {
            // The deltas of a page were read by something that a local got its value from.
            return arguments.Where(static argument => argument.Parameter?.Name is "deltas").SelectMany(static argument => argument.Descendants()).OfType<ILocalReferenceOperation>()
                .SelectMany(local => facts.Values.AssignmentsOf(local.Local)).OfType<IOperation>().SelectMany(static value => value.DescendantsAndSelf()).OfType<IInvocationOperation>()
                .FirstOrDefault(call => call != query && call.Syntax.Span.End <= start);
        }

        return facts.Values.All<ILoopOperation>().Where(found => SymbolEqualityComparer.Default.Equals(found.Method, token.Method) && IsAfter(query, found.Operation, facts))
            .Select(static found => found.Operation)
            .FirstOrDefault(loop => loop.Descendants().Any(operation => operation is IReturnOperation { Kind: OperationKind.YieldReturn } || (operation is IInvocationOperation call && facts.Symbols.IsHandle(call.TargetMethod))));
    }

    // What a local function does happens where it is called.
    private static bool IsAfter(IOperation query, IOperation loop, ConnectorFacts facts)
    {
        if (Function(query) == Function(loop))
            return loop.Syntax.Span.End <= query.Syntax.SpanStart;
        var (queries, loops) = (Places(query, facts, 0), Places(loop, facts, 0));
        return queries.Length > 0 && loops.Length > 0 && loops.Max(static place => place.End) <= queries.Min(static place => place.Start);
    }

    private static TextSpan[] Places(IOperation operation, ConnectorFacts facts, int depth) => Function(operation) switch
    {
        null => [operation.Syntax.Span],
        ILocalFunctionOperation { Symbol: var function } when depth < 4 => [.. facts.Values.All<IInvocationOperation>()
            .Where(found => SymbolEqualityComparer.Default.Equals(found.Operation.TargetMethod.OriginalDefinition, function)).SelectMany(found => Places(found.Operation, facts, depth + 1))],
        _ => [],
    };

    private static IOperation? Function(IOperation operation)
    {
        var at = operation.Parent;
        while (at is not (null or ILocalFunctionOperation or IAnonymousFunctionOperation))
            at = at.Parent;
        return at;
    }

    // Within a transaction, or on a copy, it does not matter in which order things are read.
    private static bool IsConsistent(IMethodSymbol method, ConnectorFacts facts)
        => facts.Values.Operations.Any(found => SymbolEqualityComparer.Default.Equals(found.Method, method) && NamesOf(found.Operation).Any(static name => Contains(name, "Transaction") || Contains(name, "Snapshot")));

    private static IEnumerable<string> NamesOf(IOperation operation) => operation switch
    {
        IInvocationOperation call => [call.TargetMethod.Name, call.TargetMethod.ReturnType.Name],
        IObjectCreationOperation { Type: { } type } => [type.Name],
        IVariableDeclaratorOperation { Symbol: var local } => [local.Name, local.Type.Name],
        IParameterReferenceOperation { Parameter: var parameter } => [parameter.Name, parameter.Type.Name],
        _ => [],
    };

    private static bool Contains(string name, string part) => name.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;
}
