using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using NUnit.Framework;

namespace Sluice.Testing;

/// <summary>Asserts of a fix what holds whatever it fixes.</summary>
public static class VerifyFix
{
    /// <summary>
    /// Fixing one by one, in each document, in the project and in a solution of two projects comes to the same, and so it does
    /// with the other line ends.
    /// </summary>
    /// <param name="sources">Broken code.</param>
    /// <param name="id">What the fix is tried on.</param>
    /// <param name="analyzers">Those that report it.</param>
    /// <param name="fix">The fix.</param>
    /// <param name="consumer">The project.</param>
    /// <returns>The fixed code; null where the fix has no offer.</returns>
    public static async Task<Sources?> AgreesInAllScopes(Sources sources, string id, IEnumerable<DiagnosticAnalyzer> analyzers, CodeFixProvider fix, Consumer? consumer = null)
    {
        consumer ??= Consumer.Default;
        var run = new FixRun([.. analyzers], fix, [id], consumer);
        string key;
        Sources fixedSources;
        using (var workspace = new FixWorkspace(sources, consumer))
        {
            var (oneByOne, found) = await run.OneByOne(workspace.Project).ConfigureAwait(false);
            if (found is null)
                return null;
            key = found;
            fixedSources = Sources.Of([.. (await FixRun.Texts(oneByOne).ConfigureAwait(false)).Select(file => new SourceFile(file.Path, file.Text))]);
            await InAllScopes(run, workspace, key, fixedSources).ConfigureAwait(false);
        }

        await WithOtherLineEnds(run, sources, consumer, key, fixedSources).ConfigureAwait(false);
        return fixedSources;
    }

    internal static async Task InAllScopes(FixRun run, FixWorkspace workspace, string key, Sources expected)
    {
        foreach (var (scope, how) in new[] { (FixAllScope.Document, "in each document"), (FixAllScope.Project, "in the project"), (FixAllScope.Solution, "in the solution") })
        {
            var solution = await run.FixAll(workspace.Solution, scope, key).ConfigureAwait(false);
            await Compare(expected, solution.GetProject(solution.ProjectIds[0])!, "Fixing all " + how).ConfigureAwait(false);
            var other = solution.GetProject(solution.ProjectIds[1])!;
            if (scope == FixAllScope.Solution)
                await Compare(expected, other, "Fixing all in the solution's other project").ConfigureAwait(false);
            else if (!(await FixRun.Texts(other).ConfigureAwait(false)).SequenceEqual(await FixRun.Texts(workspace.Solution.GetProject(other.Id)!).ConfigureAwait(false)))
                throw new AssertionException($"Fixing all {how} changes another project.");
        }
    }

    // What ends the lines is the same affair in every scope.
    internal static async Task WithOtherLineEnds(FixRun run, Sources sources, Consumer consumer, string key, Sources expected)
    {
        using var workspace = new FixWorkspace(sources, consumer, "\r\n");
        var solution = await run.FixAll(workspace.Solution, FixAllScope.Project, key).ConfigureAwait(false);
        await Compare(expected, solution.GetProject(workspace.Project.Id)!, "Fixing all in the project", "\r\n").ConfigureAwait(false);
    }

    internal static async Task Compare(Sources expected, Project project, string how, string newLine = "\n")
    {
        var actual = (await FixRun.Texts(project).ConfigureAwait(false)).ToImmutableDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal);
        var wanted = expected.ToImmutableDictionary(file => file.Path, file => file.Text.ReplaceLineEndings(newLine), StringComparer.Ordinal);
        var differences = wanted.Keys.Union(actual.Keys, StringComparer.Ordinal)
            .Select(path => (Path: path, Diff: TextDiff.Unified(wanted.GetValueOrDefault(path, ""), actual.GetValueOrDefault(path, ""))))
            .Where(file => file.Diff.Length > 0)
            .Select(file => $"{file.Path}\n{file.Diff}")
            .ToArray();
        if (differences.Length > 0)
            throw new AssertionException($"{how}{(newLine == "\n" ? "" : @", where lines end with \r\n,")} gives something else.\n{string.Join("\n", differences)}");
    }
}
