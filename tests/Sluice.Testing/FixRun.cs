using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using NUnit.Framework;

namespace Sluice.Testing;

/// <summary>Applies a fix to what its analyzers find: one by one, and all in a document, a project and a solution.</summary>
internal sealed class FixRun(ImmutableArray<DiagnosticAnalyzer> analyzers, CodeFixProvider fix, ImmutableArray<string> ids, Consumer consumer)
{
    private readonly ConditionalWeakTable<Compilation, Task<ImmutableArray<Diagnostic>>> _found = [];

    /// <summary>Fixes until nothing is left that the fix has an offer for; answers what Fix All knows the fix by.</summary>
    /// <param name="project">Where to.</param>
    /// <param name="index">Which of the offered actions.</param>
    public async Task<(Project Project, string? Key)> OneByOne(Project project, int index = 0)
    {
        string? key = null;
        // Each round must fix something; a fix that brings its own diagnostic back would go on for ever.
        for (var round = 0; round < 100; round++)
        {
            if (await Next(project, index).ConfigureAwait(false) is not { } action)
                return (project, key);
            key = action.EquivalenceKey ?? throw new AssertionException($"'{action.Title}' has no equivalence key, so Fix All cannot tell it from others.");
            var next = (await Apply(project.Solution, action).ConfigureAwait(false)).GetProject(project.Id)!;
            if ((await Texts(project).ConfigureAwait(false)).SequenceEqual(await Texts(next).ConfigureAwait(false)))
                throw new AssertionException($"'{action.Title}' changes nothing.");
            project = next;
        }

        throw new AssertionException("After 100 rounds there is still something to fix.");
    }

    /// <summary>Fixes all in each document of the first project, in the first project, or in the solution.</summary>
    public async Task<Solution> FixAll(Solution solution, FixAllScope scope, string key)
    {
        var provider = fix.GetFixAllProvider() ?? throw new AssertionException($"{fix.GetType().Name} has no Fix All.");
        if (!provider.GetSupportedFixAllScopes().Contains(scope))
            throw new AssertionException($"{fix.GetType().Name} does not fix all in a {scope}.");

        var diagnostics = new FoundDiagnostics(this);
        var first = solution.ProjectIds[0];
        foreach (var document in scope == FixAllScope.Document ? solution.GetProject(first)!.DocumentIds : [solution.GetProject(first)!.DocumentIds[0]])
        {
            var context = scope == FixAllScope.Document
                ? new FixAllContext(solution.GetDocument(document)!, fix, scope, key, ids, diagnostics, CancellationToken.None)
                : new FixAllContext(solution.GetProject(first)!, fix, scope, key, ids, diagnostics, CancellationToken.None);
            if (await provider.GetFixAsync(context).ConfigureAwait(false) is { } action)
                solution = await Apply(solution, action).ConfigureAwait(false);
        }

        return solution;
    }

    /// <summary>What the analyzers find that the fix is for.</summary>
    public async Task<ImmutableArray<Diagnostic>> Fixable(Project project)
    {
        var compilation = (await project.GetCompilationAsync().ConfigureAwait(false))!;
        return await _found.GetValue(compilation, Find).ConfigureAwait(false);
    }

    /// <summary>What the fix offers.</summary>
    public async Task<ImmutableArray<CodeAction>> Offered(Project project, Diagnostic diagnostic)
    {
        if (project.GetDocument(diagnostic.Location.SourceTree) is not { } document)
            return [];
        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        var context = new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None);
        await fix.RegisterCodeFixesAsync(context).ConfigureAwait(false);
        return actions.ToImmutable();
    }

    /// <summary>The texts of a project by path, with the line ends that they have.</summary>
    public static async Task<ImmutableArray<(string Path, string Text)>> Texts(Project project)
    {
        var files = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (var document in project.Documents)
            files.Add((document.Name, (await document.GetTextAsync().ConfigureAwait(false)).ToString()));
        return files.ToImmutable();
    }

    private async Task<CodeAction?> Next(Project project, int index)
    {
        foreach (var diagnostic in await Fixable(project).ConfigureAwait(false))
        {
            var offered = await Offered(project, diagnostic).ConfigureAwait(false);
            if (offered.IsEmpty)
                continue;
            return index < offered.Length
                ? offered[index]
                : throw new AssertionException($"There is no action {index}; on offer: {string.Join(", ", offered.Select(candidate => candidate.Title))}");
        }

        return null;
    }

    private async Task<ImmutableArray<Diagnostic>> Find(Compilation compilation)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var analyzer in analyzers)
            found.AddRange(await Analysis.RunAsync(compilation, analyzer, consumer).ConfigureAwait(false));
        return [.. found.Where(diagnostic => ids.Contains(diagnostic.Id)).OrderBy(Analysis.MarkOf)];
    }

    private static async Task<Solution> Apply(Solution solution, CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None).ConfigureAwait(false);
        var changed = operations.OfType<ApplyChangesOperation>().FirstOrDefault()?.ChangedSolution ?? throw new AssertionException($"'{action.Title}' changes nothing.");
        return changed.ProjectIds.Count == solution.ProjectIds.Count ? changed : throw new AssertionException($"'{action.Title}' changes the projects of the solution.");
    }

    private sealed class FoundDiagnostics(FixRun run) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken)
            => await run.Fixable(project).ConfigureAwait(false);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false);
            return (await run.Fixable(document.Project).ConfigureAwait(false)).Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken)
            => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
