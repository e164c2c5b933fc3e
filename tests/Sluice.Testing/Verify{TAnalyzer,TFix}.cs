using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using NUnit.Framework;

namespace Sluice.Testing;

/// <summary>
/// Asserts what a code fix makes of sources: fixing one by one, in a document, in the project and in the solution gives the same,
/// with either kind of line ends; the result compiles, and nothing is reported in it but what it marks.
/// </summary>
public static class Verify<TAnalyzer, TFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    /// <summary>The marked sources become the fixed ones.</summary>
    /// <param name="marked">What the analyzer reports.</param>
    /// <param name="fixedSources">What the fix leaves; may be marked where something is left on purpose.</param>
    /// <param name="action">Which of the offered actions.</param>
    /// <param name="consumer">The project.</param>
    public static async Task Fixes(Sources marked, Sources fixedSources, int action = 0, Consumer? consumer = null)
    {
        consumer ??= Consumer.Default;
        var before = Markup.Parse(marked);
        var after = Markup.Parse(fixedSources);
        await Verify<TAnalyzer>.Check(before, consumer).ConfigureAwait(false);

        var run = RunOf(consumer);
        string key;
        using (var workspace = new FixWorkspace(before.Code, consumer))
        {
            var (oneByOne, found) = await run.OneByOne(workspace.Project, action).ConfigureAwait(false);
            key = found ?? throw new AssertionException("The fix offers nothing for any diagnostic.");
            await VerifyFix.Compare(after.Code, oneByOne, "Fixing one by one").ConfigureAwait(false);
            await VerifyFix.InAllScopes(run, workspace, key, after.Code).ConfigureAwait(false);
        }

        await VerifyFix.WithOtherLineEnds(run, before.Code, consumer, key, after.Code).ConfigureAwait(false);
        await Verify<TAnalyzer>.Check(after, consumer).ConfigureAwait(false);
    }

    /// <summary>The analyzer reports what is marked, and the fix offers nothing.</summary>
    public static async Task OffersNothing(Sources marked, Consumer? consumer = null)
    {
        consumer ??= Consumer.Default;
        var markup = Markup.Parse(marked);
        await Verify<TAnalyzer>.Check(markup, consumer).ConfigureAwait(false);
        var run = RunOf(consumer);
        using var workspace = new FixWorkspace(markup.Code, consumer);
        foreach (var diagnostic in await run.Fixable(workspace.Project).ConfigureAwait(false))
        {
            var offered = await run.Offered(workspace.Project, diagnostic).ConfigureAwait(false);
            if (!offered.IsEmpty)
                throw new AssertionException($"For {diagnostic} there is on offer: {string.Join(", ", offered.Select(action => action.Title))}");
        }
    }

    private static FixRun RunOf(Consumer consumer)
    {
        var fix = new TFix();
        return new([new TAnalyzer()], fix, fix.FixableDiagnosticIds, consumer);
    }
}
