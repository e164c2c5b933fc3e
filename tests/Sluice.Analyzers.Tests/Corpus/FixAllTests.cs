using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Sluice.Analyzers.Tests.Rules;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Corpus;

/// <summary>Every fix, over all that is in the corpus for it.</summary>
public sealed class FixAllTests
{
    public static IEnumerable<TestCaseData> Fixes => AllRules.Fixes
        .SelectMany(fix => fix.FixableDiagnosticIds.Select(id => new TestCaseData(fix, id).SetArgDisplayNames(fix.GetType().Name, id)));

    [TestCaseSource(nameof(Fixes))]
    public async Task FixingAllIsFixingOneByOneAndNothingMore(CodeFixProvider fix, string id)
    {
        var broken = CorpusCode.About(id);
        var repaired = await VerifyFix.AgreesInAllScopes(broken, id, AllRules.For(id), fix);
        Assert.That(repaired, Is.Not.Null, "the fix has no offer for any defect of the corpus");

        var (_, before) = await Analyzed.RunAsync(broken);
        var (compilation, after) = await Analyzed.RunAsync(repaired!);
        Assert.That(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), Is.Empty, "the result does not compile");

        // What the fix takes on is gone, what it leaves to the author stays, and nothing new comes up.
        foreach (var file in broken)
        {
            var (was, now) = (TextOf(broken, file.Path), TextOf(repaired!, file.Path));
            var left = IdsIn(after, file.Path);
            if (was == now)
            {
                Assert.That(left, Is.EqualTo(IdsIn(before, file.Path)), file.Path);
                continue;
            }

            Assert.That(left, Is.SubsetOf(IdsIn(before, file.Path).Except([id]).Concat(IdsIn(before, file.Path).SelectMany(found => found == id ? LeftToTheAuthor(id) : []))), () => $"{file.Path}\n{TextDiff.Unified(was, now)}");
            Assert.That(CommentsOf(now), Is.SupersetOf(CommentsOf(was)), file.Path);

            // One change at the place that was reported, and one at its partner or for a using.
            var changes = TextDiff.Unified(was, now).Split("\n@@ ").Length - 1;
            Assert.That(changes, Is.LessThanOrEqualTo(2 * IdsIn(before, file.Path).Count(found => found == id)), () => $"{file.Path}\n{TextDiff.Unified(was, now)}");
        }
    }

    // The partner operation that SLC004 asks for comes as a stub, which SLC107 tells until the author has written it.
    private static string[] LeftToTheAuthor(string id) => id == "SLC004" ? ["SLC107"] : [];

    private static string TextOf(Sources sources, string path) => sources.First(file => file.Path == path).Text;

    private static string[] IdsIn(IEnumerable<Diagnostic> found, string path) => [.. found.Where(diagnostic => diagnostic.Location.SourceTree?.FilePath == path).Select(diagnostic => diagnostic.Id)];

    private static IEnumerable<string> CommentsOf(string text)
        => CSharpSyntaxTree.ParseText(text).GetRoot().DescendantTrivia().Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)).Select(trivia => trivia.ToString());
}
