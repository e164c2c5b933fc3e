using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NUnit.Framework;

namespace Sluice.Testing;

/// <summary>
/// Asserts what an analyzer or suppressor says about sources. The generators run first; the input must compile but for errors
/// that are marked; what the analyzer throws fails the test; the same code in a generated file must be left alone.
/// </summary>
public static class Verify<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    /// <summary>The analyzer has nothing to say.</summary>
    public static async Task Clean(Sources sources, Consumer? consumer = null)
    {
        var markup = Markup.Parse(sources);
        if (markup.Marks.Any(mark => !IsOfCompiler(mark)))
            throw new ArgumentException("Clean sources have no marks but the compiler's own.", nameof(sources));
        await Check(markup, consumer ?? Consumer.Default).ConfigureAwait(false);
    }

    /// <summary>The analyzer reports exactly what is marked, and with these messages if any are given.</summary>
    public static Task<ImmutableArray<Diagnostic>> Reports(Sources marked, params ReadOnlySpan<(string Id, string Message)> messages)
        => Reports(marked, Consumer.Default, messages);

    /// <inheritdoc cref="Reports(Sources, ReadOnlySpan{ValueTuple{string, string}})"/>
    public static Task<ImmutableArray<Diagnostic>> Reports(Sources marked, Consumer consumer, params ReadOnlySpan<(string Id, string Message)> messages)
    {
        var markup = Markup.Parse(marked);
        if (markup.Marks.All(mark => IsOfCompiler(mark) || mark.IsAdditional))
            throw new ArgumentException("Nothing is marked.", nameof(marked));
        return Reports(markup, consumer, messages.ToArray());
    }

    /// <summary>The suppressor silences exactly what is marked, and nothing else of the same ids.</summary>
    public static async Task Suppresses(Sources marked, Consumer? consumer = null)
    {
        var suppressor = new TAnalyzer() as DiagnosticSuppressor ?? throw new ArgumentException($"{typeof(TAnalyzer).Name} is no suppressor.", nameof(marked));
        var markup = Markup.Parse(marked);
        var (compilation, found) = await Analysis.RunAsync(markup.Code, suppressor, consumer ?? Consumer.Default).ConfigureAwait(false);
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
        Compare(markup, markup.Marks, [.. errors, .. found.Where(diagnostic => diagnostic.IsSuppressed)], "suppressed");
    }

    /// <summary>Runs over sources that may be broken: nothing is asserted but that neither generator nor analyzer throws.</summary>
    public static async Task Survives(Sources sources, Consumer? consumer = null)
        => await Analysis.RunAsync(sources, new TAnalyzer(), consumer ?? Consumer.Default).ConfigureAwait(false);

    internal static async Task<ImmutableArray<Diagnostic>> Check(Markup markup, Consumer consumer)
    {
        var analyzer = new TAnalyzer();
        var (compilation, found) = await Analysis.RunAsync(markup.Code, analyzer, consumer).ConfigureAwait(false);
        var all = found.AddRange(Analysis.CompilerFindings(compilation, markup));
        Compare(markup, [.. markup.Marks.Where(mark => !mark.IsAdditional).Select(mark => mark with { Id = mark.Id ?? OnlyId(analyzer) })], all, "reported");

        var additional = found.SelectMany(diagnostic => diagnostic.AdditionalLocations).Select(location => Analysis.MarkOf("", location) with { Id = null }).Distinct().Order();
        var expected = markup.Marks.Where(mark => mark.IsAdditional).Select(mark => mark with { Id = null }).Distinct().Order().ToArray();
        if (expected.Length > 0 && !additional.SequenceEqual(expected))
            throw new AssertionException($"Additional locations are\n{string.Join("\n", additional)}\nbut these are marked:\n{string.Join("\n", expected)}");

        foreach (var diagnostic in found)
        {
            if (!diagnostic.Location.IsInSource)
                throw new AssertionException($"{diagnostic} has no place in the source.");
            var message = diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
            if (message.Length == 0 || message.Contains("{0}", StringComparison.Ordinal) || message.Contains("{1}", StringComparison.Ordinal))
                throw new AssertionException($"The message of {diagnostic.Id} lacks an argument: {message}");
        }

        if (found.Length > 0)
        {
            var generated = Sources.Of([.. markup.Code.Select(file => file with { Path = Path.ChangeExtension(file.Path, ".g.cs") })]);
            var (_, foundInGenerated) = await Analysis.RunAsync(generated, analyzer, consumer).ConfigureAwait(false);
            if (foundInGenerated.Length > 0)
                throw new AssertionException($"Generated code is not to be analyzed, but:\n{string.Join("\n", foundInGenerated)}");
        }

        return found;
    }

    private static async Task<ImmutableArray<Diagnostic>> Reports(Markup markup, Consumer consumer, (string Id, string Message)[] messages)
    {
        var found = await Check(markup, consumer).ConfigureAwait(false);
        var actual = found.Select(diagnostic => (diagnostic.Id, Message: diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture))).ToArray();
        if (messages.Length > 0 && !actual.SequenceEqual(messages))
            throw new AssertionException($"Messages are\n{string.Join("\n", actual)}\nexpected were\n{string.Join("\n", messages)}");
        return found;
    }

    private static void Compare(Markup markup, ImmutableArray<Mark> expected, ImmutableArray<Diagnostic> found, string verb)
    {
        if (expected.Order().SequenceEqual(found.Select(Analysis.MarkOf).Order()))
            return;
        throw new AssertionException(
            $"These were {verb}:\n{string.Join("\n", found.DefaultIfEmpty())}\n\nThe source with them marked:\n{Markup.Annotate(markup.Code, found)}\n\nMarked were:\n{string.Join("\n", expected)}");
    }

    private static bool IsOfCompiler(Mark mark) => mark.Id?.StartsWith("CS", StringComparison.Ordinal) == true;

    private static string OnlyId(TAnalyzer analyzer) => analyzer.SupportedDiagnostics.Select(rule => rule.Id).Distinct(StringComparer.Ordinal).ToArray() is [var id]
        ? id
        : throw new ArgumentException($"{typeof(TAnalyzer).Name} has several rules: write {{|ID:span|}}.");
}
