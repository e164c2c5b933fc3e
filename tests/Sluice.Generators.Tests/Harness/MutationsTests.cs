using Sluice.Testing;

namespace Sluice.Generators.Tests.Harness;

public sealed class MutationsTests
{
    private const string Source = "using System;\n[Mark] public partial class A<T> where T : class { public int F(string s) => s.Length + 1; }\n";

    [Test]
    public void TheSameSeedGivesTheSameMutants()
    {
        var mutants = Mutations.Of(Source, seed: 7, count: 50).ToArray();

        Assert.That(Mutations.Of(Source, seed: 7, count: 50), Is.EqualTo(mutants));
        Assert.That(mutants, Is.Not.EqualTo(Mutations.Of(Source, seed: 8, count: 50)));
    }

    [Test]
    public void TheSameSeedGivesTheSameMutantsOnEveryMachine()
        => Assert.That(string.Join(" / ", Mutations.Of("class A : B { int F; }", seed: 3, count: 3)), Is.EqualTo("class A : class { int F; } / class A  / class A : B ; }; }"));

    [Test]
    public void MutantsDifferFromTheSourceAndMostlyFromEachOther()
    {
        var mutants = Mutations.Of(Source, seed: 1, count: 200).ToArray();

        Assert.That(mutants, Has.Length.EqualTo(200).And.None.EqualTo(Source));
        Assert.That(mutants.Distinct().Count(), Is.GreaterThan(150));
    }

    [Test]
    public void MutantsFindTheGeneratorThatTrustsItsInput()
    {
        var trusting = LambdaGenerator.ForEachMarked(type => $"// {type.GetMembers("F").Single().Name}\n", model => model);

        Assert.That(() => Survive(LambdaGenerator.Sound), Throws.Nothing);
        Assert.That(() => Survive(trusting), Expected.Fails("InvalidOperationException"));

        static void Survive(LambdaGenerator generator)
        {
            foreach (var mutant in Mutations.Of(Source, seed: 1, count: 100))
                GeneratorRun.OfBroken(Marked.With(mutant), new() { Generators = [generator] });
        }
    }
}
