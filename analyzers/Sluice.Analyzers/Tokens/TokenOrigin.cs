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
    private readonly IInvocationOperation _handle;

    // The innermost loop around the call: what changes there, changes with the deltas.
    private readonly SyntaxNode _scope;
    private readonly SyntaxNode _used;
    private readonly HashSet<ISymbol> _visited = new(SymbolEqualityComparer.Default);

    public TokenOrigin(FlowFacts facts, IInvocationOperation handle)
    {
        _facts = facts;
        _handle = handle;
        var loop = LoopSyntax.Around(handle.Syntax).FirstOrDefault();
        _scope = loop ?? handle.Syntax;
        _used = loop is CommonForEachStatementSyntax each ? each.Statement : _scope;
    }

    /// <summary>Whether the token is certain not to be one of the deltas', nor the one that the sync was given.</summary>
    public bool IsNewer(IOperation token) => IsInSync && Parts(token).All(IsOfSource);

    // In a helper the loop around the call is somewhere else.
    private bool IsInSync => _handle.Syntax.FirstAncestorOrSelf<SyntaxNode>(static node => node is MemberDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax)
        == _facts.Method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();

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
        if (_scope.Span.Contains(assignment.Syntax.Span))
            return false;
        return assignment.Syntax.SpanStart < _scope.SpanStart || (assignment.Value is { } value && Parts(value).All(IsOfSource));
    }

    // A value that goes into a delta may be that delta's token; an object may change wherever it is used.
    private bool IsUsed(ISymbol symbol, ITypeSymbol type)
        => (IsValue(type) ? _handle.Syntax : _used).DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => string.Equals(name.Identifier.ValueText, symbol.Name, StringComparison.Ordinal) && !IsOnlyRead(name));

    // `changes[i]` and `changes.Count` change nothing.
    private static bool IsOnlyRead(IdentifierNameSyntax name) => name.Parent switch
    {
        ElementAccessExpressionSyntax { Parent: not AssignmentExpressionSyntax } => true,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" or "Length", Parent: not InvocationExpressionSyntax } => true,
        _ => false,
    };

    private static bool IsValue(ITypeSymbol type) => type.IsValueType || type.SpecialType == SpecialType.System_String;
}
