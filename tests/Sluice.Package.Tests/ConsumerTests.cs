using System.Globalization;
using System.Text.RegularExpressions;
using Sluice.Architecture.Tests;

namespace Sluice.Package.Tests;

/// <summary>A user's project that knows nothing but the package.</summary>
public sealed partial class ConsumerTests
{
    [Test]
    public async Task A_project_with_the_package_reference_alone_builds_and_runs()
    {
        var folder = CopyConsumer("consumer");

        var printed = await Command.Dotnet(folder, PackedFeed.Environment, "run");

        Assert.That(printed, Does.EndWith("the consumer ran\n"));
        Assert.That(Path.Combine(PackedFeed.Root, "packages", "sluice", PackedFeed.Version), Does.Exist, "the package did not come from the packed feed");
    }

    [Test]
    public async Task A_mistake_is_reported_by_the_packaged_analyzers()
    {
        var folder = CopyConsumer("mistaken-consumer");
        await File.WriteAllTextAsync(Path.Combine(folder, "Mistake.cs"), "[Sluice.Connector(\"mistake\")]\npublic sealed class NotPartial;\n");

        var (exitCode, printed) = await Command.Try(folder, PackedFeed.Environment, "build");

        Assert.That(exitCode, Is.Not.Zero, printed);
        Assert.That(printed, Does.Contain("Mistake.cs(2,21): error SLC001"));
    }

    [Test]
    public async Task Defects_are_reported_by_a_build_and_repaired_by_dotnet_format()
    {
        var folder = CopyConsumer("defective-consumer");
        var defects = Path.Combine(folder, "Defects.cs");
        File.Copy(Repository.PathOf("tests", "Sluice.Package.Tests", "Defects", "Defects.cs"), defects);
        var expected = (await File.ReadAllLinesAsync(defects))
            .Select((line, i) => (Line: i + 1, Id: Announced().Match(line).Groups["id"].Value))
            .Where(line => line.Id.Length > 0)
            .ToArray();
        Assert.That(expected, Has.Length.GreaterThanOrEqualTo(8));

        Assert.That(await BuildAsync(), Is.EquivalentTo(expected));

        string[] withFix = [.. expected.Select(line => line.Id).Where(id => id != "SLC204").Distinct()];
        await Command.Dotnet(folder, PackedFeed.Environment, ["format", "analyzers", "--no-restore", "--severity", "info", "--diagnostics", .. withFix]);

        Assert.That((await BuildAsync()).Select(line => line.Id), Is.EqualTo(new[] { "SLC204" }), await File.ReadAllTextAsync(defects));

        async Task<(int Line, string Id)[]> BuildAsync()
        {
            var (_, printed) = await Command.Try(folder, PackedFeed.Environment, "build", "-p:TreatWarningsAsErrors=false");
            Assert.That(printed, Does.Contain("error SLC204"), "the build said nothing of use");
            return [.. Reported().Matches(printed).Select(match => (int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture), match.Groups["id"].Value)).Distinct()];
        }
    }

    [GeneratedRegex(@"// (?<id>SLC\d{3})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Announced();

    [GeneratedRegex(@"Defects\.cs\((?<line>\d+),\d+\): (error|warning|info) (?<id>\w+):", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reported();

    private static string CopyConsumer(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(PackedFeed.Root, name)).FullName;
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("tests", "Sluice.Package.Tests", "Consumer")))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));

        return folder;
    }
}
