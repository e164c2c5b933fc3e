using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Configuration;
using Sluice.Analyzers.Handlers;
using Sluice.Analyzers.Tokens;

namespace Sluice.Analyzers.Values;

/// <summary>Reports breaches of the laws about where tokens, queries and state of a connector come from: one look at its bodies for all of them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConnectorValueAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<IConnectorRule> Rules =
    [
        new PlaceholderToken(), new ClockToken(), new PositionInField(), new CultureDependentToken(), new TiesAtBoundary(), new LatestTokenNotLatest(), new PositionAfterData(),
        new UnorderedDeltas(), new TokenTextOrder(), new SplicedQuery(), new ThrownStop(), new MutableStatic(), new ChangedConfiguration(),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        PlaceholderToken.EmptyRule, PlaceholderToken.InputRule, PlaceholderToken.SharedRule, ClockToken.Rule, PositionInField.Rule, CultureDependentToken.CultureRule, CultureDependentToken.PrecisionRule,
        TiesAtBoundary.TieRule, TiesAtBoundary.OrderRule, LatestTokenNotLatest.ConstantRule, LatestTokenNotLatest.SyncRule, PositionAfterData.Rule, UnorderedDeltas.Rule, TokenTextOrder.Rule,
        SplicedQuery.Rule, ThrownStop.Rule, MutableStatic.Rule, ChangedConfiguration.Rule,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (ConnectorSymbols.Of(start.Compilation) is not { } symbols)
                return;
            start.RegisterSymbolStartAction(
                type =>
                {
                    if (type.Symbol is INamedTypeSymbol named && (ConnectorSymbols.IsCodec(named) || symbols.IsConnector(named)))
                        Analyze(type, named, symbols);
                },
                SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolStartAnalysisContext context, INamedTypeSymbol type, ConnectorSymbols symbols)
    {
        var bodies = new ConcurrentBag<(IMethodSymbol Method, IOperation Body)>();
        context.RegisterOperationBlockAction(block =>
        {
            if (block.OwningSymbol is not IMethodSymbol method || !SymbolEqualityComparer.Default.Equals(method.ContainingType, type))
                return;
            // Attributes and parameter initializers are operation blocks too.
            foreach (var body in block.OperationBlocks.OfType<IBlockOperation>())
                bodies.Add((method.PartialDefinitionPart ?? method, body));
        });
        context.RegisterSymbolEndAction(end =>
        {
            // The order of the blocks is that of the threads.
            var ordered = bodies.OrderBy(static found => found.Body.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(static found => found.Body.Syntax.SpanStart);
            var facts = new ConnectorFacts(symbols, type, new ValueFlow(ordered, end.CancellationToken));
            var reported = new HashSet<(string, Location)>();
            foreach (var diagnostic in Rules.SelectMany(rule => rule.Check(facts)))
            {
                end.CancellationToken.ThrowIfCancellationRequested();
                if (reported.Add((diagnostic.Id, diagnostic.Location)))
                    end.ReportDiagnostic(diagnostic);
            }
        });
    }
}
