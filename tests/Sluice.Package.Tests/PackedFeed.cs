using System.Reflection;
using Sluice.Architecture.Tests;

namespace Sluice.Package.Tests;

/// <summary>
/// The packages in a folder feed, in a version that no package cache has seen, and an environment in which
/// `dotnet` takes them from there. Other packages come from where the machine has them.
/// </summary>
[SetUpFixture]
public sealed class PackedFeed
{
    public static string Version { get; } = $"0.1.0-test.{Guid.NewGuid():N}";

    /// <summary>A folder outside the repository: no Directory.Build.props is above it.</summary>
    public static string Root { get; } = Path.Combine(Path.GetTempPath(), $"sluice-package-tests-{Guid.NewGuid():N}");

    public static string Feed { get; } = Path.Combine(Root, "feed");

    public static IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["RestoreAdditionalProjectSources"] = Feed,
        ["SluiceVersion"] = Version,
        ["NUGET_PACKAGES"] = Path.Combine(Root, "packages"),
        ["NUGET_FALLBACK_PACKAGES"] = System.Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
    };

    [OneTimeSetUp]
    public async Task Pack()
    {
        Directory.CreateDirectory(Feed);
        var configuration = typeof(PackedFeed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key.Equals("Configuration", StringComparison.Ordinal)).Value!;
        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var project in new[] { "src/Sluice", "src/Sluice.Templates", "testkit/Sluice.TestKit" })
        {
            await Command.Dotnet(Repository.Root, environment,
                "pack", $"{project}/{Path.GetFileName(project)}.csproj", "--no-build", "--configuration", configuration, "--output", Feed, $"-p:Version={Version}");
        }
    }

    [OneTimeTearDown]
    public void Remove() => Directory.Delete(Root, recursive: true);
}
