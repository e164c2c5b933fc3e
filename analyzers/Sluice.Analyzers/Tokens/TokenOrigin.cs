using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Flow;

namespace Sluice.Analyzers.Tokens;

/// <summary>Tells tokens that come from the source as a whole from those that come from the deltas of one call of <c>Handle</c>.</summary>
internal sealed class TokenOrigin
{
    private readonly FlowFacts _facts;
    private readonly SyntaxNode _handle;

    // Where the sync hands a delta over: the call of the handler, or of the helper that has it.
    private readonly SyntaxNode? _handover;

    // The innermost loop around the call: what changes there, changes with the deltas.
    private readonly SyntaxNode _scope;
    private readonly SyntaxNode _used;
    private readonly HashSet<ISymbol> _visited = new(SymbolEqualityComparer.Default);

    public TokenOrigin(FlowFacts facts, IInvocationOperation handle)
    {
        _facts = facts;
        _handle = handle.Syntax;
        _handover = Handover(facts, handle.Syntax);
        var place = _handover ?? handle.Syntax;
        var loop = LoopSyntax.Around(place).FirstOrDefault();
        _scope = loop ?? place;
        _used = loop is CommonForEachStatementSyntax each ? each.Statement : _scope;
    }

    /// <summary>Whether the token is certain not to be one of the deltas', nor the one that the sync was given.</summary>
    public bool IsNewer(IOperation token) => _handover is not null && Parts(token).All(IsOfSource);

    // In a helper the loop is around the call of the helper; one that is called from several places, or from another helper, is not followed.
    private static SyntaxNode? Handover(FlowFacts facts, SyntaxNode handle)
    {
        var sync = facts.Method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        var function = Function(handle);
        if (function is null || function == sync)
            return function is null ? null : handle;
        var calls = FlowGraph.Operations(facts.Body.Graph).OfType<IInvocationOperation>()
            .Where(call => call.TargetMethod.OriginalDefinition.DeclaringSyntaxReferences.Any(reference => reference.Span == function.Span && reference.SyntaxTree == function.SyntaxTree))
            .Select(static call => call.Syntax).Distinct().ToArray();
        return calls is [var only] && Function(only) == sync ? only : null;
    }

    private static SyntaxNode? Function(SyntaxNode node)
        => node.FirstAncestorOrSelf<SyntaxNode>(static outer => outer is MemberDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax);

    private IEnumerable<IOperation> Parts(IOperation operation) => operation.DescendantsAndSelf().SelectMany(part => part is IFlowCaptureReferenceOperation capture
        ? _facts.Body.Captured(capture.Id).Values.SelectMany(Parts)
        : [part]);

    private bool IsOfSource(IOperation part) => part switch
    {
        ILocalReferenceOperation { Local: var local } => !_visited.Add(local) || (_facts.Variables.AssignmentsOf(local).All(IsOfSource) && !IsUsed(local, local.Type)),
        IParameterReferenceOperation { Parameter: var parameter } => !IsValue(parameter.Type) ? !IsUsed(parameter, parameter.Type) : parameter.Type.Name is "CancellationToken",
        IFieldReferenceOperation { Field: var field } => field.IsConst || (field.IsReadOnly && !IsUsed(field, field.Type)),
        // The connector itself may well remember what was accepted.
        IInstanceReferenceOperation { Parent: IInvocationOperation call } => _facts.Symbols.IsLatestToken(call.TargetMethod),
        IInstanceReferenceOperation { Parent: IFieldReferenceOperation } => true,
        IInstanceReferenceOperation => false,
        _ => true,
    };

    private bool IsOfSource(VariableAssignment assignment)
    {
        // A local function runs wherever it is called.
        if (_scope.Span.OverlapsWith(assignment.Syntax.Span) || Function(assignment.Syntax) != _facts.Method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax())
            return false;
        return assignment.Syntax.SpanStart < _scope.SpanStart || (assignment.Value is { } value && Parts(value).All(IsOfSource));
    }

    // A value that goes into a delta may be that delta's token; an object may change wherever it is used.
    private bool IsUsed(ISymbol symbol, ITypeSymbol type)
        => (IsValue(type) ? _handover! : _used).DescendantNodes().Concat(_handle.DescendantNodes()).OfType<IdentifierNameSyntax>().Any(name => string.Equals(name.Identifier.ValueText, symbol.Name, StringComparison.Ordinal) && !IsOnlyRead(name));

    // `changes[i]` and `changes.Count` change nothing.
    private static bool IsOnlyRead(IdentifierNameSyntax name) => name.Parent switch
    {
        ElementAccessExpressionSyntax { Parent: not AssignmentExpressionSyntax } => true,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" or "Length", Parent: not InvocationExpressionSyntax } => true,
        _ => false,
    };

    private static bool IsValue(ITypeSymbol type) => type.IsValueType || type.SpecialType == SpecialType.System_String;
}
