using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Rules;

/// <summary>Sources with all generators and all analyzers of the package at work, as in a build.</summary>
internal static class Analyzed
{
    /// <summary>What the analyzers report, ordered by place; one that throws fails the test.</summary>
    public static async Task<(Compilation Compilation, ImmutableArray<Diagnostic> Found)> RunAsync(Sources sources, Consumer? consumer = null)
    {
        Compilation compilation = GeneratorRun.OfBroken(sources, consumer).Output;
        return (compilation, await RunAsync(compilation));
    }

    /// <inheritdoc cref="RunAsync(Sources, Consumer?)"/>
    public static async Task<ImmutableArray<Diagnostic>> RunAsync(Compilation compilation)
    {
        Exception? thrown = null;
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: (exception, _, _) => thrown = exception,
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var found = await compilation.WithAnalyzers([.. AllRules.Analyzers], options).GetAnalyzerDiagnosticsAsync();
        if (thrown is not null)
            throw new AssertionException($"An analyzer threw: {thrown}", thrown);
        return [.. found.OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Location.SourceSpan).ThenBy(diagnostic => diagnostic.GetMessage(null), StringComparer.Ordinal)];
    }
}
