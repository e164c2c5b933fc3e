using Sluice.Architecture.Tests;

namespace Sluice.Package.Tests;

/// <summary>A user's project that knows nothing but the package.</summary>
public sealed class ConsumerTests
{
    [Test]
    public async Task A_project_with_the_package_reference_alone_builds_and_runs()
    {
        var folder = Directory.CreateDirectory(Path.Combine(PackedFeed.Root, "consumer")).FullName;
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("tests", "Sluice.Package.Tests", "Consumer")))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));

        var printed = await Command.Dotnet(folder, PackedFeed.Environment, "run");

        Assert.That(printed, Does.EndWith("the consumer ran\n"));
        Assert.That(Path.Combine(PackedFeed.Root, "packages", "sluice", PackedFeed.Version), Does.Exist, "the package did not come from the packed feed");
    }
}
