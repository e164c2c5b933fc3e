using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Sluice.Testing;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;
using static Sluice.Generators.Tests.Harness.Expected;

namespace Sluice.Generators.Tests.Harness;

public sealed class IncrementalTests
{
    private static readonly Sources Two = Marked.With(
        ("A.cs", "[Mark] public partial class A { internal int F() => 1; }"),
        ("B.cs", "[Mark] public partial class B { internal string F() => $\"{1}{{\"; }"));

    private static LambdaGenerator ByReference => LambdaGenerator.ForEachMarked(
        type => (Names: type.GetMembers().Select(member => member.Name).ToImmutableArray(), type.Name),
        model => $"// {model.Name}\n// {string.Join(' ', model.Names)}\n");

    [Test]
    public void NeutralEditsDoNoWorkInASoundGenerator()
        => Assert.That(() => Incremental.For(LambdaGenerator.Sound, Two).ExpectNoWorkAfterNeutralEdits(), Throws.Nothing);

    [Test]
    public void NeutralEditsFindTheGeneratorThatCachesNothing()
        => Assert.That(
            () => Incremental.For(ByReference, Two).ExpectNoWorkAfterNeutralEdits(),
            Fails("a comment was written above").With.Message.Contains("unrelated").With.Message.Contains("a reference was added").With.Message.Contains("whitespace"));

    [Test]
    public void ARealEditReachesItsOwnOutputOnly()
    {
        var edited = Incremental.For(LambdaGenerator.Sound, Two).Edit("internal int F() => 1;", "internal int F() => 1; internal int G() => 2;");

        edited.Expect("Parse", Modified, Unchanged).ExpectOutputs(Modified, Cached).ExpectWork();
        Assert.That(edited.ExpectNoWork, Fails("step 'Parse' was Modified"));
        Assert.That(() => edited.Expect("Parse", Unchanged, Unchanged), Fails("[Modified, Unchanged]"));
        Assert.That(() => edited.ExpectOutputs(Cached), Fails("[Modified, Cached]"));
        Assert.That(() => edited.Expect("Missing", Unchanged), Fails("Named steps: Parse"));
    }

    [Test]
    public void AnEditInsideABodyReachesNothing()
    {
        var edited = Incremental.For(LambdaGenerator.Sound, Two).Edit("=> 1", "=> 2", "A.cs");

        edited.ExpectNoWork();
        Assert.That(edited.ExpectWork, Fails("no output ran"));
    }

    [Test]
    public void FilesComeAndGo()
    {
        Incremental.For(LambdaGenerator.Sound, Two)
            .AddFile("C.cs", "[Mark] public partial class C { }").Expect("Parse", Unchanged, Unchanged, New)
            .RemoveFile("C.cs").Expect("Parse", Unchanged, Unchanged, Removed);
    }

    [Test]
    public void AnEditMustBeUnambiguous()
    {
        Assert.That(() => Incremental.For(LambdaGenerator.Sound, Two).Edit("public partial", "partial"), Fails("exactly once"));
        Assert.That(() => Incremental.For(LambdaGenerator.Sound, Two).Edit("nowhere", ""), Fails("exactly once"));
    }

    [Test]
    public void AModelThatForgetsAFieldIsStale()
    {
        var forgetful = LambdaGenerator.ForEachMarked(type => new Forgetful(type.Name, type.GetMembers().Length), model => $"// {model.Name}\n// {model.Count}\n");

        Assert.That(() => Incremental.For(forgetful, Two).Edit("internal int F()", "internal int G; internal int F()"), Fails("A.g.cs is stale"));
    }

    private sealed record Forgetful(string Name, int Count)
    {
        public bool Equals(Forgetful? other) => other?.Name == Name;

        public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);
    }
}
