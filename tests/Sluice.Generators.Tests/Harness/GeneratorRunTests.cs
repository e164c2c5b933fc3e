using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Sluice.Testing;
using static Sluice.Generators.Tests.Harness.Expected;

namespace Sluice.Generators.Tests.Harness;

public sealed class GeneratorRunTests
{
    private static readonly Sources One = Marked.With("namespace N; [Mark] public partial class A { internal int F() => 1; }");

    [Test]
    public void ASoundGeneratorPasses([Values] bool nullable)
    {
        var run = GeneratorRun.Of(LambdaGenerator.Sound, One, new() { Nullable = nullable });

        Assert.That(run.HintNames, Is.EqualTo(["N.A.g.cs"]));
        Assert.That(run.Source("N.A.g.cs"), Does.Contain("public const int Count = 1;"));
        Assert.That(() => run.Source("N.B.g.cs"), Throws.InstanceOf<AssertionException>().With.Message.Contains("N.A.g.cs"));
    }

    [TestCase("class C { void M() { int unused; } }\n", "CS0168", TestName = "A warning")]
    [TestCase("class C : Missing { }\n", "CS0246", TestName = "An error")]
    [TestCase("class C { string? text = null; public string? Get() => text; }\n", "CS8669", TestName = "No nullable context")]
    [TestCase("/// <summary>x</summary>\npublic class C { public int F; }\n", "CS1591", TestName = "No documentation")]
    [TestCase("using System.Text;\nclass C { }\n", "CS8019", TestName = "A using for nothing")]
    [TestCase("class C { }\r\n", @"\r", TestName = "A carriage return")]
    [TestCase("class C { }", "newline", TestName = "No last newline")]
    public void BadTextFails(string text, string expected)
        => Assert.That(() => GeneratorRun.Of(LambdaGenerator.Writing(text), One), Fails(expected));

    [Test]
    public void AListedWarningPasses()
    {
        var run = GeneratorRun.Of(LambdaGenerator.Writing("class C { void M() { int unused; } }\n"), One, new() { Allow = ["CS0168"] });

        Assert.That(run.Generated, Has.Length.EqualTo(1));
    }

    [Test]
    public void AnExceptionFails()
        => Assert.That(() => GeneratorRun.Of(LambdaGenerator.ForEachMarked<string>(_ => throw new InvalidOperationException("broken"), text => text), One), Fails("broken"));

    [Test]
    public void AModelThatComparesByReferenceFails()
        => Assert.That(() => GeneratorRun.Of(LambdaGenerator.ForEachMarked(type => type.GetMembers().Select(member => member.Name).ToImmutableArray(), _ => "// Text\n"), One), Fails("step 'Parse' was Modified"));

    [Test]
    public void ASymbolInTheModelFails()
        => Assert.That(() => GeneratorRun.Of(LambdaGenerator.ForEachMarked(type => (type.Name, (object)type), _ => "// Text\n"), One), Fails("Item2"));

    [Test]
    public void ThePipelineMustBeNamed()
    {
        var generator = new LambdaGenerator(context => context.RegisterSourceOutput(context.ParseOptionsProvider.Select((_, _) => 1), (output, _) => output.AddSource("T.g.cs", "//\n")));

        Assert.That(() => GeneratorRun.Of(generator, One), Fails("no named step"));
    }

    [Test]
    public void ADiagnosticOfTheGeneratorFails()
    {
        var rule = new DiagnosticDescriptor("HRN001", "title", "message", "Test", DiagnosticSeverity.Info, isEnabledByDefault: true);
        var generator = new LambdaGenerator(context => context.RegisterSourceOutput(context.ParseOptionsProvider.Select((_, _) => 1).WithTrackingName("One"), (output, _) => output.ReportDiagnostic(Diagnostic.Create(rule, Location.None))));

        Assert.That(() => GeneratorRun.Of(generator, One), Fails("HRN001"));
    }

    [Test]
    public void SomeGeneratorMustRun()
        => Assert.That(() => GeneratorRun.Of(One, new() { Generators = [] }), Fails("No generator"));

    [Test]
    public void BrokenSourcesAreAcceptedWhereTheTestSaysSo()
        => Assert.That(GeneratorRun.OfBroken(Marked.With("[Mark] partial class A {"), new() { Generators = [LambdaGenerator.Sound] }).HintNames, Is.EqualTo(["A.g.cs"]));

    [Test]
    public void TheConsumerSeesSluiceAndTheFrameworkButNotRoslyn()
    {
        var names = ConsumerReferences.All.Select(reference => Path.GetFileName(reference.Display)).ToArray();

        Assert.That(names, Does.Contain("Sluice.dll").And.Contain("System.Runtime.dll"));
        Assert.That(names, Has.None.StartsWith("Microsoft.CodeAnalysis").And.None.StartsWith("nunit").And.None.StartsWith("Sluice.Generators"));
    }

    [Test]
    public void BuildPropertiesReachTheGenerator()
    {
        var generator = new LambdaGenerator(context => context.RegisterSourceOutput(
            context.AnalyzerConfigOptionsProvider.Select((options, _) => options.GlobalOptions.TryGetValue("build_property.Color", out var color) ? color : "none").WithTrackingName("Color"),
            (output, color) => output.AddSource("T.g.cs", $"// {color}\n")));

        var run = GeneratorRun.Of(generator, One, new() { BuildProperties = ImmutableDictionary<string, string>.Empty.Add("Color", "blue") });

        Assert.That(run.Source("T.g.cs"), Is.EqualTo("// blue\n"));
    }

    [Test]
    public async Task GeneratedCodeCanBeRun()
    {
        var sources = Marked.With(
            "namespace N; [Mark] public partial class A { internal int F() => 1; }",
            "static class Scenario { static async System.Threading.Tasks.Task<int> Run(int by) { await System.Threading.Tasks.Task.Yield(); return N.A.Count * by; } static void Throw() => throw new System.FormatException(); }");
        using var emitted = GeneratorRun.Of(LambdaGenerator.Sound, sources).Emit();

        Assert.That(await emitted.RunAsync(arguments: 7), Is.EqualTo(7));
        Assert.That(() => emitted.RunAsync(method: "Throw"), Throws.InstanceOf<FormatException>());
        Assert.That(() => emitted.RunAsync(method: "Missing"), Throws.InstanceOf<AssertionException>());
    }
}
