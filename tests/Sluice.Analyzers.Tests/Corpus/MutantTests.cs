using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Sluice.Analyzers.Tests.Rules;
using Sluice.Analyzers.Tests.Shape;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Corpus;

/// <summary>
/// Half-typed code is what analyzers and fixes see most of the day: none of them throws, whatever is done to a connector.
/// </summary>
/// <remarks>2,000 mutants, the same ones every time; <c>SLUICE_MUTANTS=100000 dotnet test ...</c> takes more, for a night.</remarks>
public sealed class MutantTests
{
    private const int Groups = 8;

    private static readonly int Count = int.Parse(Environment.GetEnvironmentVariable("SLUICE_MUTANTS") ?? "2000", CultureInfo.InvariantCulture);

    private static readonly ImmutableArray<string> Sources =
    [
        .. CorpusFile.Correct.Concat(CorpusFile.Defective).SelectMany(file => file.Code.Skip(1)).Select(file => file.Text),
        .. ShapeCorpus.All.Select(shape => $"using Sluice; using System.ComponentModel.DataAnnotations;\n{shape.Arguments[0]}"),
    ];

    private static readonly ImmutableDictionary<string, ImmutableArray<CodeFixProvider>> Fixes = AllRules.Ids.ToImmutableDictionary(
        id => id,
        id => AllRules.Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(id)).ToImmutableArray(),
        StringComparer.Ordinal);

    public static IEnumerable<int> Seeds => Enumerable.Range(1, Groups);

    [TestCaseSource(nameof(Seeds))]
    public async Task NobodyThrows(int seed)
    {
        using var workspace = new AdhocWorkspace();
        var project = ProjectIn(workspace);
        await project.GetCompilationAsync();

        var (mutants, found, offers) = (0, 0, 0);
        for (var i = seed - 1; mutants < Count / Groups; i = (i + Groups) % Sources.Length)
        {
            foreach (var mutant in Mutations.Of(Sources[i], seed + (mutants * Groups), count: 4))
            {
                mutants++;
                var document = project.AddDocument("Source.cs", SourceText.From(mutant), filePath: "/Source.cs");
                foreach (var diagnostic in await AnalyzeAsync(document.Project, mutant))
                {
                    found++;
                    offers += await TryFixesAsync(document, diagnostic, mutant);
                }
            }
        }

        // Mutants that nobody had anything to say about would prove nothing.
        Assert.That(found, Is.GreaterThan(mutants / 4));
        Assert.That(offers, Is.GreaterThan(mutants / 20));
        await TestContext.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{mutants} mutants, {found} diagnostics, {offers} fixes"));
    }

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Project project, string mutant)
    {
        var compilation = await project.GetCompilationAsync();
        Exception? thrown = null;
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), (exception, _, _) => thrown = exception, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var found = await compilation!.WithAnalyzers([.. AllRules.Analyzers], options).GetAnalyzerDiagnosticsAsync();
        if (thrown is not null)
            throw new AssertionException($"{thrown}\n\n{mutant}", thrown);
        return found;
    }

    private static async Task<int> TryFixesAsync(Document document, Diagnostic diagnostic, string mutant)
    {
        var offers = 0;
        try
        {
            _ = diagnostic.GetMessage(CultureInfo.InvariantCulture);
            foreach (var fix in Fixes[diagnostic.Id])
            {
                var actions = new List<CodeAction>();
                await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
                foreach (var action in actions)
                {
                    var operations = await action.GetOperationsAsync(CancellationToken.None);
                    var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
                    if ((await changed.GetTextAsync()).ContentEquals(await document.GetTextAsync()))
                        throw new AssertionException($"'{action.Title}' changes nothing.");
                    offers++;
                }
            }
        }
        catch (Exception exception)
        {
            throw new AssertionException($"{diagnostic}: {exception}\n\n{mutant}", exception);
        }

        return offers;
    }

    private static Project ProjectIn(AdhocWorkspace workspace) => workspace
        .AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Consumer", "Consumer", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            metadataReferences: Consumer.Default.References))
        .AddDocument("Usings.cs", CorpusFile.ImplicitUsings).Project;
}
