using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Flow;

/// <summary>How long an analyzer itself takes, once it is warm.</summary>
internal static class AnalyzerTime
{
    public static async Task<TimeSpan> Of<TAnalyzer>(Sources sources)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        // The machine may be busy with something else: the least of a few is an upper bound.
        var least = TimeSpan.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            var compilation = CSharpCompilation.Create(
                "Consumer",
                sources.Files.Select(static file => CSharpSyntaxTree.ParseText(file.Text, path: file.Path)),
                ConsumerReferences.All,
                new(OutputKind.DynamicallyLinkedLibrary));
            var analyzer = new TAnalyzer();
            var session = compilation.WithAnalyzers([analyzer], new CompilationWithAnalyzersOptions(new([]), null, concurrentAnalysis: false, logAnalyzerExecutionTime: true));
            await session.GetAnalyzerDiagnosticsAsync().ConfigureAwait(false);
            var time = (await session.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None).ConfigureAwait(false)).ExecutionTime;
            least = time < least ? time : least;
        }

        TestContext.Out.WriteLine($"{typeof(TAnalyzer).Name}: {least.TotalMilliseconds:F0} ms");
        return least;
    }
}
