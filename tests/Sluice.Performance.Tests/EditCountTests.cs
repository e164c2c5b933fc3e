using Microsoft.CodeAnalysis;
using Sluice.Benchmarks;

namespace Sluice.Performance.Tests;

/// <summary>What an edit makes the generators do in a project with many connectors: counts, exact.</summary>
internal sealed class EditCountTests
{
    private const int Connectors = 100;
    private static readonly ConsumerProject Project = new(Connectors);
    private static readonly GeneratorDriver Warm = ConsumerProject.Driver(WarmProject.Generators(), tracked: true).RunGenerators(Project.Compilation);

    [Test]
    public void The_first_run_writes_every_file()
    {
        // Connector, object class and configuration of each, and one catalogue.
        Assert.That(Executed(Warm), Is.EqualTo((3 * Connectors) + 1));
    }

    [Test]
    public void An_edit_in_an_unrelated_file_executes_no_output() => Assert.That(Executed(Warm.RunGenerators(Project.EditUnrelated())), Is.Zero);

    [Test]
    public void An_edit_beside_the_class_executes_no_output() => Assert.That(Executed(Warm.RunGenerators(Project.EditOutside())), Is.Zero);

    [Test]
    public void A_new_attribute_executes_the_output_of_its_object_class_alone() => Assert.That(Executed(Warm.RunGenerators(Project.EditReally())), Is.EqualTo(1));

    private static int Executed(GeneratorDriver driver) => driver.GetRunResult().Results
        .SelectMany(result => result.TrackedOutputSteps.Values.SelectMany(steps => steps))
        .SelectMany(step => step.Outputs)
        .Count(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);
}
