using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NUnit.Framework;

namespace Sluice.Testing;

/// <summary>Runs one analyzer the way a build does: concurrently, after the generators.</summary>
internal static class Analysis
{
    /// <summary>Compiles, generates, analyzes.</summary>
    public static async Task<(CSharpCompilation Compilation, ImmutableArray<Diagnostic> Found)> RunAsync(Sources sources, DiagnosticAnalyzer analyzer, Consumer consumer, CancellationToken cancellation = default)
    {
        var driver = consumer.CreateDriver().RunGeneratorsAndUpdateCompilation(consumer.Compile(sources), out var generated, out _, cancellation);
        GeneratorRun.FailOnException(driver.GetRunResult());
        var compilation = (CSharpCompilation)generated;
        return (compilation, await RunAsync(compilation, analyzer, consumer, cancellation).ConfigureAwait(false));
    }

    /// <summary>What the analyzer finds; for a suppressor, all diagnostics of the compilation.</summary>
    public static async Task<ImmutableArray<Diagnostic>> RunAsync(Compilation compilation, DiagnosticAnalyzer analyzer, Consumer consumer, CancellationToken cancellation = default)
    {
        // Rules that are off by default are tested like the others.
        var enabled = analyzer.SupportedDiagnostics
            .Where(rule => !rule.IsEnabledByDefault)
            .Select(rule => KeyValuePair.Create(rule.Id, ReportDiagnostic.Warn));
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(compilation.Options.SpecificDiagnosticOptions.SetItems(enabled)));

        var exceptions = new ConcurrentQueue<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], consumer.OptionsProvider),
            onAnalyzerException: (exception, _, _) => exceptions.Enqueue(exception),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: analyzer is DiagnosticSuppressor);
        var session = compilation.WithAnalyzers([analyzer], options);
        var found = analyzer is DiagnosticSuppressor
            ? await session.GetAllDiagnosticsAsync(cancellation).ConfigureAwait(false)
            : await session.GetAnalyzerDiagnosticsAsync(cancellation).ConfigureAwait(false);
        if (exceptions.TryDequeue(out var exception))
            throw new AssertionException($"{analyzer.GetType().Name} threw: {exception}", exception);
        return [.. found.OrderBy(MarkOf)];
    }

    public static Mark MarkOf(Diagnostic diagnostic) => MarkOf(diagnostic.Id, diagnostic.Location);

    public static Mark MarkOf(string id, Location location) => new(location.SourceTree?.FilePath ?? "", id, location.SourceSpan);

    /// <summary>The compiler's errors, and those of its warnings that the marks name.</summary>
    public static ImmutableArray<Diagnostic> CompilerFindings(Compilation compilation, Markup markup)
    {
        var named = markup.Marks.Select(mark => mark.Id).ToHashSet(StringComparer.Ordinal);
        return [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || named.Contains(diagnostic.Id))];
    }
}
