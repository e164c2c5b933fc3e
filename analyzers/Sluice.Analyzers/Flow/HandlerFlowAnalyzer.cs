using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Handlers;
using Sluice.Analyzers.Tokens;

namespace Sluice.Analyzers.Flow;

/// <summary>Reports breaches of the laws about what a handler-shaped sync does with its handler, on any path: one analysis for all of them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandlerFlowAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<IFlowRule> Rules =
        [new MissingTokenResult(), new TokenResultAfterStop(), new SecondTokenResult(), new DeltaAfterTokenResult(), new DeltaAfterStop()];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [MissingTokenResult.Rule, TokenResultAfterStop.Rule, SecondTokenResult.Rule, DeltaAfterTokenResult.Rule, DeltaAfterStop.Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (HandlerSymbols.Of(start.Compilation) is not { } symbols)
                return;
            start.RegisterSymbolStartAction(
                type =>
                {
                    var syncs = ((INamedTypeSymbol)type.Symbol).GetMembers().OfType<IMethodSymbol>().Where(method => symbols.HandlerOf(method) is not null).ToArray();
                    if (syncs.Length > 0)
                        AnalyzeType(type, symbols, syncs);
                },
                SymbolKind.NamedType);
        });
    }

    private static void AnalyzeType(SymbolStartAnalysisContext type, HandlerSymbols symbols, IMethodSymbol[] syncs)
    {
        // Methods that are given a handler may be helpers of a sync, wherever in the type they are.
        var bodies = new ConcurrentDictionary<ISymbol, FlowGraph>(SymbolEqualityComparer.Default);
        type.RegisterOperationBlockAction(block =>
        {
            if (block.OwningSymbol is not IMethodSymbol method || !method.Parameters.Any(parameter => symbols.IsHandler(parameter.Type)))
                return;
            // Attributes and parameter initializers are operation blocks too; only bodies have control flow.
            if (block.OperationBlocks.OfType<IBlockOperation>().FirstOrDefault() is { } body)
                bodies[method] = new(block.GetControlFlowGraph(body));
        });
        type.RegisterSymbolEndAction(end =>
        {
            var reported = new HashSet<(string, Location)>();
            foreach (var sync in syncs)
            {
                var method = sync.PartialImplementationPart ?? sync;
                if (HandlerFlow.Analyze(symbols, method, method.Parameters[symbols.HandlerOf(sync)!.Ordinal], bodies, end.CancellationToken) is not { } facts)
                    continue;
                foreach (var diagnostic in Rules.SelectMany(rule => rule.Check(facts)))
                {
                    if (reported.Add((diagnostic.Id, diagnostic.Location)))
                        end.ReportDiagnostic(diagnostic);
                }
            }
        });
    }
}
