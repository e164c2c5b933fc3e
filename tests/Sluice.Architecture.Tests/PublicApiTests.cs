using Sluice.Testing;

namespace Sluice.Architecture.Tests;

/// <summary>The public surface is written down, so that a change of it is seen in the review and decided on.</summary>
public sealed class PublicApiTests
{
    [TestCase("src/Sluice", "Sluice")]
    public void The_public_surface_is_the_recorded_one(string folder, string assembly)
    {
        var file = Repository.PathOf(folder, "PublicAPI.txt");
        var actual = PublicApi.Of(Path.Combine(AppContext.BaseDirectory, assembly + ".dll"), ConsumerReferences.All);

        if (Environment.GetEnvironmentVariable("SLUICE_ACCEPT_API") == "1")
            File.WriteAllText(file, string.Concat(actual.Select(line => line + "\n")));

        var recorded = File.ReadAllLines(file);
        var differences = actual.Except(recorded, StringComparer.Ordinal).Select(line => "+ " + line)
            .Concat(recorded.Except(actual, StringComparer.Ordinal).Select(line => "- " + line));

        Assert.That(differences, Is.Empty, $"{folder}/PublicAPI.txt differs. If the change is meant: SLUICE_ACCEPT_API=1 ./test.sh --filter PublicApi");
    }

    [Test]
    public void A_surface_that_grew_is_noticed()
    {
        var lines = PublicApi.Of(typeof(PublicApiTests).Assembly.Location, ConsumerReferences.All);

        Assert.That(lines, Has.Some.EqualTo("Sluice.Architecture.Tests.PublicApiTests: public sealed class Sluice.Architecture.Tests.PublicApiTests"));
        Assert.That(lines, Has.Some.EqualTo("Sluice.Architecture.Tests.PublicApiTests: public void A_surface_that_grew_is_noticed()"));
        Assert.That(lines, Has.None.Contains(nameof(ProjectFile)));
    }
}
