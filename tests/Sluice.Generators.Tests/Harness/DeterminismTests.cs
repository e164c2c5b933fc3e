using System.Globalization;
using Microsoft.CodeAnalysis;
using Sluice.Testing;
using static Sluice.Generators.Tests.Harness.Expected;

namespace Sluice.Generators.Tests.Harness;

public sealed class DeterminismTests
{
    private static readonly Sources Two = Marked.With("[Mark] partial class A { }", "[Mark] partial class I { }");
    private static int _runs;

    [Test]
    public void ASoundGeneratorPasses() => Assert.That(() => Determinism.Assert(LambdaGenerator.Sound, Two), Throws.Nothing);

    [Test]
    public void ANumberInTheUsersCultureFails()
        => Assert.That(() => Determinism.Assert(Writing(_ => (-1.5).ToString(CultureInfo.CurrentCulture)), Two), Fails("culture fi-FI"));

    [Test]
    public void ANameInTheUsersCaseFails()
        => Assert.That(() => Determinism.Assert(Writing(type => type.Name.ToLower(CultureInfo.CurrentCulture)), Two), Fails("culture tr-TR"));

    [Test]
    public void AMemoryOfEarlierRunsFails()
        => Assert.That(() => Determinism.Assert(Writing(_ => Interlocked.Increment(ref _runs).ToString(CultureInfo.InvariantCulture)), Two), Fails("a second run"));

    [Test]
    public void OrderOfFilesFails()
    {
        var generator = new LambdaGenerator(context => context.RegisterSourceOutput(
            context.SyntaxProvider.ForAttributeWithMetadataName("MarkAttribute", (_, _) => true, (target, _) => target.TargetSymbol.Name).Collect(),
            (output, names) => output.AddSource("All.g.cs", $"// {string.Join(' ', names)}\n")));

        Assert.That(() => Determinism.Assert(generator, Two), Fails("the files in reverse"));
    }

    [Test]
    public void NothingGeneratedFails() => Assert.That(() => Determinism.Assert(LambdaGenerator.Sound, "class A { }"), Fails("Nothing was generated"));

    private static LambdaGenerator Writing(Func<INamedTypeSymbol, string> text) => LambdaGenerator.ForEachMarked(type => $"// {type.Name}\n// {text(type)}\n", model => model);
}
