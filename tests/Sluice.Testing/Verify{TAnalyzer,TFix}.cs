using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using NUnit.Framework;

namespace Sluice.Testing;

/// <summary>
/// Asserts what a code fix makes of sources: fixing one by one, in a document and in the project gives the same, the result
/// compiles, and nothing is reported in it but what it marks.
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

        using var workspace = new FixWorkspace(before.Code, consumer);
        var start = workspace.Project;
        var (oneByOne, key) = await OneByOne(start, action, consumer).ConfigureAwait(false);
        await Compare(after.Code, oneByOne, "Fixing one by one").ConfigureAwait(false);
        await Compare(after.Code, await FixAll(start, FixAllScope.Document, key, consumer).ConfigureAwait(false), "Fixing all in each document").ConfigureAwait(false);
        await Compare(after.Code, await FixAll(start, FixAllScope.Project, key, consumer).ConfigureAwait(false), "Fixing all in the project").ConfigureAwait(false);
        await Verify<TAnalyzer>.Check(after, consumer).ConfigureAwait(false);
    }

    /// <summary>The analyzer reports what is marked, and the fix offers nothing.</summary>
    public static async Task OffersNothing(Sources marked, Consumer? consumer = null)
    {
        consumer ??= Consumer.Default;
        var markup = Markup.Parse(marked);
        await Verify<TAnalyzer>.Check(markup, consumer).ConfigureAwait(false);
        using var workspace = new FixWorkspace(markup.Code, consumer);
        foreach (var diagnostic in await Fixable(workspace.Project, consumer).ConfigureAwait(false))
        {
            var offered = await Offered(workspace.Project, diagnostic).ConfigureAwait(false);
            if (!offered.IsEmpty)
                throw new AssertionException($"For {diagnostic} there is on offer: {string.Join(", ", offered.Select(action => action.Title))}");
        }
    }

    private static async Task<(Project Project, string Key)> OneByOne(Project project, int index, Consumer consumer)
    {
        string? key = null;
        // Each round must fix something; a fix that brings its own diagnostic back would go on for ever.
        for (var round = 0; round < 100; round++)
        {
            CodeAction? action = null;
            foreach (var diagnostic in await Fixable(project, consumer).ConfigureAwait(false))
            {
                var offered = await Offered(project, diagnostic).ConfigureAwait(false);
                if (offered.IsEmpty)
                    continue;
                if (index >= offered.Length)
                    throw new AssertionException($"There is no action {index}; on offer: {string.Join(", ", offered.Select(candidate => candidate.Title))}");
                action = offered[index];
                break;
            }

            if (action is null)
                return (project, key ?? throw new AssertionException("The fix offers nothing for any diagnostic."));
            key = action.EquivalenceKey ?? throw new AssertionException($"'{action.Title}' has no equivalence key, so Fix All cannot tell it from others.");
            var next = await Apply(project, action).ConfigureAwait(false);
            if (await SameTexts(project, next).ConfigureAwait(false))
                throw new AssertionException($"'{action.Title}' changes nothing.");
            project = next;
        }

        throw new AssertionException("After 100 rounds there is still something to fix.");
    }

    private static async Task<Project> FixAll(Project project, FixAllScope scope, string key, Consumer consumer)
    {
        var fix = new TFix();
        var provider = fix.GetFixAllProvider() ?? throw new AssertionException($"{typeof(TFix).Name} has no Fix All.");
        if (!provider.GetSupportedFixAllScopes().Contains(scope))
            throw new AssertionException($"{typeof(TFix).Name} does not fix all in a {scope}.");

        var diagnostics = new FoundDiagnostics(consumer);
        var documents = scope == FixAllScope.Project ? [project.DocumentIds[0]] : project.DocumentIds;
        foreach (var id in documents)
        {
            var document = project.GetDocument(id)!;
            var context = scope == FixAllScope.Project
                ? new FixAllContext(project, fix, scope, key, fix.FixableDiagnosticIds, diagnostics, CancellationToken.None)
                : new FixAllContext(document, fix, scope, key, fix.FixableDiagnosticIds, diagnostics, CancellationToken.None);
            if (await provider.GetFixAsync(context).ConfigureAwait(false) is { } action)
                project = await Apply(project, action).ConfigureAwait(false);
        }

        return project;
    }

    private static async Task<ImmutableArray<Diagnostic>> Fixable(Project project, Consumer consumer)
    {
        var ids = new TFix().FixableDiagnosticIds;
        var compilation = (await project.GetCompilationAsync().ConfigureAwait(false))!;
        var found = await Analysis.RunAsync(compilation, new TAnalyzer(), consumer).ConfigureAwait(false);
        return [.. found.Where(diagnostic => ids.Contains(diagnostic.Id))];
    }

    private static async Task<ImmutableArray<CodeAction>> Offered(Project project, Diagnostic diagnostic)
    {
        if (project.GetDocument(diagnostic.Location.SourceTree) is not { } document)
            return [];
        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        var context = new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None);
        await new TFix().RegisterCodeFixesAsync(context).ConfigureAwait(false);
        return actions.ToImmutable();
    }

    private static async Task<Project> Apply(Project project, CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None).ConfigureAwait(false);
        return operations.OfType<ApplyChangesOperation>().FirstOrDefault()?.ChangedSolution.GetProject(project.Id)
            ?? throw new AssertionException($"'{action.Title}' changes nothing.");
    }

    private static async Task<bool> SameTexts(Project one, Project other)
        => (await Texts(one).ConfigureAwait(false)).SequenceEqual(await Texts(other).ConfigureAwait(false));

    private static async Task<ImmutableArray<SourceFile>> Texts(Project project)
    {
        var files = ImmutableArray.CreateBuilder<SourceFile>();
        foreach (var document in project.Documents)
            files.Add(new(document.Name, (await document.GetTextAsync().ConfigureAwait(false)).ToString()));
        return files.ToImmutable();
    }

    private static async Task Compare(Sources expected, Project project, string how)
    {
        var actual = (await Texts(project).ConfigureAwait(false)).ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal);
        var wanted = expected.ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal);
        var differences = wanted.Keys.Union(actual.Keys, StringComparer.Ordinal)
            .Select(path => (Path: path, Diff: TextDiff.Unified(wanted.GetValueOrDefault(path, ""), actual.GetValueOrDefault(path, ""))))
            .Where(file => file.Diff.Length > 0)
            .Select(file => $"{file.Path}\n{file.Diff}")
            .ToArray();
        if (differences.Length > 0)
            throw new AssertionException($"{how} gives something else.\n{string.Join("\n", differences)}");
    }

    private sealed class FoundDiagnostics(Consumer consumer) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken)
            => await Fixable(project, consumer).ConfigureAwait(false);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false);
            return (await Fixable(document.Project, consumer).ConfigureAwait(false)).Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken)
            => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
