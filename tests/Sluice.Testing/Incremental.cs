using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NUnit.Framework;

namespace Sluice.Testing;

/// <summary>
/// A project under edit: each edit runs the warm driver and gives a new state, so that edits can be chained and branched.
/// After every edit the output must equal that of a fresh run; a model that forgets a field in its equality fails here.
/// </summary>
public sealed class Incremental
{
    private readonly Consumer _consumer;
    private readonly Sources _sources;
    private readonly CSharpCompilation _compilation;
    private readonly GeneratorDriver _driver;
    private readonly string _edit;

    private Incremental(Consumer consumer, Sources sources, CSharpCompilation compilation, GeneratorDriver driver, string edit)
    {
        _consumer = consumer;
        _sources = sources;
        _compilation = compilation;
        _driver = driver.RunGenerators(compilation);
        _edit = edit;
        GeneratorRun.FailOnException(Result);
    }

    /// <summary>The driver's account of the last run.</summary>
    public GeneratorDriverRunResult Result => _driver.GetRunResult();

    /// <summary>The first run.</summary>
    public static Incremental For(Sources sources, Consumer? consumer = null)
    {
        consumer ??= Consumer.Default;
        // One set of generators for all runs: the default is made anew at each request.
        consumer = consumer with { Generators = consumer.Generators };
        return new(consumer, sources, consumer.Compile(sources), consumer.CreateDriver(), "the first run");
    }

    /// <summary>The first run of one generator.</summary>
    public static Incremental For(IIncrementalGenerator generator, Sources sources, Consumer? consumer = null)
        => For(sources, (consumer ?? Consumer.Default) with { Generators = [generator] });

    /// <summary>Replaces a text, which must occur exactly once in the project (or in the file, if one is named).</summary>
    public Incremental Edit(string from, string to, string? path = null)
    {
        from = from.ReplaceLineEndings("\n");
        var files = _sources.Where(file => (path is null || file.Path == path) && file.Text.Contains(from, StringComparison.Ordinal)).ToArray();
        if (files is not [var edited] || edited.Text.IndexOf(from, StringComparison.Ordinal) != edited.Text.LastIndexOf(from, StringComparison.Ordinal))
            throw new AssertionException($"'{from}' must occur exactly once.");
        return Rewrite(edited.Path, text => text.Replace(from, to, StringComparison.Ordinal), $"'{from}' became '{to}'");
    }

    /// <summary>Adds a file.</summary>
    public Incremental AddFile(string path, string text)
    {
        var file = new SourceFile(path, text);
        return Then(Sources.Of([.. _sources, file]), _compilation.AddSyntaxTrees(_consumer.Parse(file)), $"{path} was added");
    }

    /// <summary>Removes a file.</summary>
    public Incremental RemoveFile(string path)
        => Then(Sources.Of([.. _sources.Where(file => file.Path != path)]), _compilation.RemoveSyntaxTrees(Tree(path)), $"{path} was removed");

    /// <summary>Gives the files to the compiler in the opposite order.</summary>
    public Incremental Reorder() => Then(
        Sources.Of([.. _sources.Reverse()]),
        _compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(_compilation.SyntaxTrees.Reverse()),
        "the files were reordered");

    /// <summary>Adds a reference that has nothing to do with the sources.</summary>
    public Incremental AddReference()
    {
        var other = CSharpCompilation.Create("Other", [CSharpSyntaxTree.ParseText("public class Other { }")], _consumer.References, new(OutputKind.DynamicallyLinkedLibrary));
        return Then(_sources, _compilation.AddReferences(other.ToMetadataReference()), "a reference was added");
    }

    /// <summary>Asserts what each value of a named step did, in order. No reasons: the step is absent.</summary>
    public Incremental Expect(string step, params IncrementalStepRunReason[] reasons)
    {
        var named = Result.Results.SelectMany(Steps.Named).ToArray();
        var actual = Steps.Reasons(named.Where(candidate => candidate.Key == step).SelectMany(candidate => candidate.Value)).ToArray();
        if (!actual.SequenceEqual(reasons))
        {
            throw new AssertionException(
                $"After {_edit}, step '{step}' was [{string.Join(", ", actual)}]; expected [{string.Join(", ", reasons)}]. Named steps: {string.Join(", ", named.Select(candidate => candidate.Key))}");
        }

        return this;
    }

    /// <summary>Asserts what each output did, in order.</summary>
    public Incremental ExpectOutputs(params IncrementalStepRunReason[] reasons)
    {
        var actual = Result.Results.SelectMany(Steps.OutputReasons).ToArray();
        if (!actual.SequenceEqual(reasons))
            throw new AssertionException($"After {_edit}, outputs were [{string.Join(", ", actual)}]; expected [{string.Join(", ", reasons)}].");
        return this;
    }

    /// <summary>Asserts that no named step found anything new and no output ran.</summary>
    public Incremental ExpectNoWork()
    {
        var worked = Steps.WorkedInVain(Result).ToArray();
        if (worked.Length > 0)
            throw new AssertionException($"After {_edit}:\n{string.Join("\n", worked)}");
        return this;
    }

    /// <summary>Asserts that an edit reached the output: at least one of them ran.</summary>
    public Incremental ExpectWork()
    {
        if (Result.Results.SelectMany(Steps.OutputReasons).All(reason => reason == IncrementalStepRunReason.Cached))
            throw new AssertionException($"After {_edit}, no output ran.");
        return this;
    }

    /// <summary>Tries every edit that must not cause work.</summary>
    public void ExpectNoWorkAfterNeutralEdits()
    {
        var failures = new List<string>();
        var neutral = new List<Func<Incremental>>
        {
            () => Then(_sources, _compilation.Clone(), "nothing changed"),
            () => AddFile("Unrelated.cs", "namespace Unrelated { internal static class Unrelated { } }"),
            () => AddFile("Unrelated.cs", "namespace Unrelated { internal static class Unrelated { } }").Rewrite("Unrelated.cs", text => text.Replace("{ }", "{ private static int Count() => 1; }", StringComparison.Ordinal), "an unrelated file was edited"),
            AddReference,
        };
        foreach (var file in _sources)
        {
            neutral.Add(() => Rewrite(file.Path, text => "// A comment above.\n\n" + text, $"a comment was written above {file.Path}"));
            neutral.Add(() => Rewrite(file.Path, text => text + "\n// A comment below.\n", $"a comment was written below {file.Path}"));
            neutral.Add(() => Rewrite(file.Path, SpaceOut, $"whitespace was written into {file.Path}"));
        }

        // The host matches targets by position, so that reordered files do make it work; but the result must be the same.
        if (!Texts(Reorder().Result).OrderBy(text => text.Key, StringComparer.Ordinal).SequenceEqual(Texts(Result).OrderBy(text => text.Key, StringComparer.Ordinal)))
            failures.Add("After the files were reordered, the generated text is another.");
        foreach (var edit in neutral)
        {
            try
            {
                edit().ExpectNoWork();
            }
            catch (AssertionException failure)
            {
                failures.Add(failure.Message);
            }
        }

        if (failures.Count > 0)
            throw new AssertionException(string.Join("\n", failures));
    }

    private static string SpaceOut(string text)
    {
        // After every brace that is one: braces in strings and interpolations belong to other tokens.
        var braces = CSharpSyntaxTree.ParseText(text).GetRoot().DescendantTokens()
            .Where(token => token.IsKind(SyntaxKind.OpenBraceToken) && token.Parent is not Microsoft.CodeAnalysis.CSharp.Syntax.InterpolationSyntax)
            .Select(token => token.Span.End)
            .Reverse();
        return braces.Aggregate(text, (current, position) => current.Insert(position, "  \n  "));
    }

    private Incremental Rewrite(string path, Func<string, string> rewrite, string edit)
    {
        var sources = Sources.Of([.. _sources.Select(file => file.Path == path ? file with { Text = rewrite(file.Text) } : file)]);
        return Then(sources, _compilation.ReplaceSyntaxTree(Tree(path), _consumer.Parse(sources.First(file => file.Path == path))), edit);
    }

    private SyntaxTree Tree(string path)
        => _compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == path) ?? throw new AssertionException($"There is no file '{path}'.");

    private Incremental Then(Sources sources, CSharpCompilation compilation, string edit)
    {
        var next = new Incremental(_consumer, sources, compilation, _driver, edit);
        var fresh = Texts(_consumer.CreateDriver().RunGenerators(compilation).GetRunResult());
        var warm = Texts(next.Result);
        foreach (var hint in fresh.Keys.Union(warm.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var diff = TextDiff.Unified(fresh.GetValueOrDefault(hint, ""), warm.GetValueOrDefault(hint, ""));
            if (diff.Length > 0)
                throw new AssertionException($"After {edit}, {hint} is stale: it differs from a fresh run.\n{diff}");
        }

        return next;
    }

    private static ImmutableDictionary<string, string> Texts(GeneratorDriverRunResult run)
        => run.Results.SelectMany(result => result.GeneratedSources).ToImmutableDictionary(source => source.HintName, source => source.SourceText.ToString(), StringComparer.Ordinal);
}
