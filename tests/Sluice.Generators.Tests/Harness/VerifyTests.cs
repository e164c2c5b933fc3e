using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Sluice.Testing;
using static Sluice.Generators.Tests.Harness.Expected;

namespace Sluice.Generators.Tests.Harness;

public sealed class VerifyTests
{
    [Test]
    public async Task CleanPassesAndFails()
    {
        await Verify<UpperCaseTypeAnalyzer>.Clean("class A { }");

        Assert.That(() => Verify<UpperCaseTypeAnalyzer>.Clean("class a { }"), Fails("class {|HRN200:a|} { }"));
        Assert.That(() => Verify<UpperCaseTypeAnalyzer>.Clean("class A : Missing { }"), Fails("CS0246"));
    }

    [Test]
    public async Task MarksNestAndMayLeaveTheIdOut()
    {
        var found = await Verify<UpperCaseTypeAnalyzer>.Reports("class [|one|] { class {|HRN200:two|} : {|CS0246:Missing|} { } }", ("HRN200", "Rename 'one'"), ("HRN200", "Rename 'two'"));

        Assert.That(found, Has.Length.EqualTo(2));
    }

    [Test]
    public async Task SeveralFilesAndAdditionalPlaces()
        => await Verify<UpperCaseTypeAnalyzer>.Reports([("A.cs", "partial class [|one|] { }"), ("B.cs", "partial class {|#0:one|} { }")]);

    [Test]
    public void EveryDifferenceFails()
    {
        Assert.That(() => Verify<UpperCaseTypeAnalyzer>.Reports("class [|A|] { }"), Fails("class A { }"), "marked, not found");
        Assert.That(() => Verify<UpperCaseTypeAnalyzer>.Reports("class [|one|] { class two { } }"), Fails("class {|HRN200:one|} { class {|HRN200:two|} { } }"), "found, not marked");
        Assert.That(() => Verify<UpperCaseTypeAnalyzer>.Reports("[|class one|] { }"), Fails("class {|HRN200:one|} { }"), "another span");
        Assert.That(() => Verify<UpperCaseTypeAnalyzer>.Reports("class {|HRN201:one|} { }"), Fails("class {|HRN200:one|} { }"), "another id");
        Assert.That(() => Verify<UpperCaseTypeAnalyzer>.Reports("class [|one|] { }", ("HRN200", "Rename 'two'")), Fails("Rename 'one'"), "another message");
        Assert.That(() => Verify<UpperCaseTypeAnalyzer>.Reports([("A.cs", "partial class [|one|] { }"), ("B.cs", "partial {|#0:class|} one { }")]), Fails("Additional"), "another additional place");
        Assert.That(() => Verify<UpperCaseTypeAnalyzer>.Reports("class [|one|] : Missing { }"), Fails("CS0246"), "does not compile");
        Assert.That(() => Verify<UpperCaseTypeAnalyzer>.Reports("class one { }"), Throws.ArgumentException, "nothing marked");
        Assert.That(() => Verify<UpperCaseTypeAnalyzer>.Reports("class [|one { }"), Throws.ArgumentException, "never closed");
        Assert.That(() => Verify<UpperCaseTypeAnalyzer.OfSeveralRules>.Reports("class [|one|] { }"), Throws.ArgumentException, "which rule?");
    }

    [Test]
    public void WhatAnAnalyzerMustNotDoFails()
    {
        Assert.That(() => Verify<UpperCaseTypeAnalyzer.Throwing>.Reports("class [|one|] { }"), Fails("broken"));
        Assert.That(() => Verify<UpperCaseTypeAnalyzer.Throwing>.Survives("class one {"), Fails("broken"));
        Assert.That(() => Verify<UpperCaseTypeAnalyzer.InGeneratedCode>.Reports("class [|one|] { }"), Fails("Generated code"));
        Assert.That(() => Verify<UpperCaseTypeAnalyzer.WithoutArgument>.Reports("class [|one|] { }"), Fails("lacks an argument"));
        Assert.That(() => Verify<UpperCaseTypeAnalyzer.WithoutPlace>.Reports("class [|one|] { }"), Throws.InstanceOf<AssertionException>());
    }

    [Test]
    public async Task RulesThatAreOffByDefaultAreTested() => await Verify<UpperCaseTypeAnalyzer.OffByDefault>.Reports("class [|one|] { }");

    [Test]
    public async Task GeneratorsRunFirst()
    {
        var consumer = new Consumer { Generators = [LambdaGenerator.Writing("class Generated { }\n")] };

        await Verify<UpperCaseTypeAnalyzer>.Reports("class [|one|] : Generated { }", consumer);
        await Verify<UpperCaseTypeAnalyzer, UpperCaseTypeFix>.Fixes("class [|one|] : Generated { }", "class One : Generated { }", consumer: consumer);
        Assert.That(() => Verify<UpperCaseTypeAnalyzer>.Reports("class [|one|] : Generated { }"), Fails("CS0246"));
    }

    [Test]
    public async Task FixesAgree() => await Verify<UpperCaseTypeAnalyzer, UpperCaseTypeFix>.Fixes(
        [("A.cs", "class [|one|] { }\nclass [|two|] { }\n"), ("B.cs", "class [|three|] { }\nclass Four { }\n")],
        [("A.cs", "class One { }\nclass Two { }\n"), ("B.cs", "class Three { }\nclass Four { }\n")]);

    [Test]
    public async Task AFixMayLeaveWhatTheTestMarks()
    {
        await Verify<UpperCaseTypeAnalyzer, UpperCaseTypeFix.ForShortNames>.Fixes("class [|one|] { } class [|three|] { }", "class One { } class [|three|] { }");
        await Verify<UpperCaseTypeAnalyzer, UpperCaseTypeFix.ForShortNames>.OffersNothing("class [|three|] { }");

        Assert.That(() => Verify<UpperCaseTypeAnalyzer, UpperCaseTypeFix.ForShortNames>.Fixes("class [|one|] { } class [|three|] { }", "class One { } class three { }"), Fails("HRN200"));
        Assert.That(() => Verify<UpperCaseTypeAnalyzer, UpperCaseTypeFix>.OffersNothing("class [|one|] { }"), Fails("Upper"));
    }

    [Test]
    public void WhatAFixMustNotDoFails()
    {
        Assert.That(() => Fix<UpperCaseTypeFix>("class Other { }\n"), Fails("Fixing one by one gives something else"));
        Assert.That(() => Fix<UpperCaseTypeFix.ChangingNothing>("class One { }\n"), Fails("changes nothing"));
        Assert.That(() => Fix<UpperCaseTypeFix.NotFixing>("class One { }\n"), Fails("After 100 rounds"));
        Assert.That(() => Fix<UpperCaseTypeFix.WithoutKey>("class One { }\n"), Fails("equivalence key"));
        Assert.That(() => Fix<UpperCaseTypeFix.WithoutFixAll>("class One { }\n"), Fails("has no Fix All"));
        Assert.That(() => Fix<UpperCaseTypeFix.FixingAllOtherwise>("class One { }\n"), Fails("Fixing all in each document gives something else"));
        Assert.That(() => Fix<UpperCaseTypeFix.StoppingAtTheProject>("class One { }\n"), Fails("does not fix all in a Solution"));
        Assert.That(() => Fix<UpperCaseTypeFix.EndingLinesItsOwnWay>("class One\n{ }\n"), Fails(@"where lines end with \r\n"));
        Assert.That(() => Fix<UpperCaseTypeFix.BreakingTheBuild>("class User { }\n"), Fails("CS0101"));
        Assert.That(() => Verify<UpperCaseTypeAnalyzer, UpperCaseTypeFix>.Fixes("class [|one|] { }", "class One { }", action: 1), Fails("no action 1"));

        static Task Fix<TFix>(string expected)
            where TFix : Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider, new()
            => Verify<UpperCaseTypeAnalyzer, TFix>.Fixes(
                [("A.cs", "class [|one|] { }\n"), ("B.cs", "class User { }\n")],
                [("A.cs", expected), ("B.cs", "class User { }\n")]);
    }

    [Test]
    public async Task SuppressorsSilenceWhatIsMarked()
    {
        await Verify<UnusedFieldSuppressor>.Suppresses("class A { int {|CS0169:used|}; int other; }");

        Assert.That(() => Verify<UnusedFieldSuppressor>.Suppresses("class A { int {|CS0169:other|}; }"), Fails("suppressed"));
        Assert.That(() => Verify<UnusedFieldSuppressor>.Suppresses("class A { int used; }"), Fails("{|CS0169:used|}"));
        Assert.That(() => Verify<UpperCaseTypeAnalyzer>.Suppresses("class A { }"), Throws.ArgumentException);
    }

    private sealed class UnusedFieldSuppressor : DiagnosticSuppressor
    {
        private static readonly SuppressionDescriptor Used = new("HRNSPR1", "CS0169", "The generated half uses it.");

        public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions => [Used];

        public override void ReportSuppressions(SuppressionAnalysisContext context)
        {
            foreach (var diagnostic in context.ReportedDiagnostics)
            {
                if (diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture).Contains("A.used", StringComparison.Ordinal))
                    context.ReportSuppression(Suppression.Create(Used, diagnostic));
            }
        }
    }
}
