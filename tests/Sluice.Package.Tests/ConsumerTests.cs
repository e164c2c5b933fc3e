using Sluice.Architecture.Tests;

namespace Sluice.Package.Tests;

/// <summary>A user's project that knows nothing but the package.</summary>
public sealed class ConsumerTests
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
    public async Task Two_compiler_processes_generate_the_same_text()
    {
        // Hash seeds differ between processes, and users' languages between machines.
        var plain = await Generated("generated-plain", "C.UTF-8");
        var turkish = await Generated("generated-turkish", "tr_TR.UTF-8");

        Assert.That(plain, Is.Not.Empty);
        Assert.That(turkish, Is.EqualTo(plain));

        static async Task<Dictionary<string, string>> Generated(string name, string language)
        {
            var folder = CopyConsumer(name);
            var environment = new Dictionary<string, string>(PackedFeed.Environment, StringComparer.Ordinal) { ["LANG"] = language, ["LC_ALL"] = language };
            await Command.Dotnet(folder, environment, "build", "-p:EmitCompilerGeneratedFiles=true", "-p:CompilerGeneratedFilesOutputPath=generated", "-p:UseSharedCompilation=false");
            var generated = Path.Combine(folder, "generated", "Sluice.Generators");
            return Directory.EnumerateFiles(generated, "*.cs", SearchOption.AllDirectories)
                .ToDictionary(file => Path.GetRelativePath(generated, file), File.ReadAllText, StringComparer.Ordinal);
        }
    }

    private static string CopyConsumer(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(PackedFeed.Root, name)).FullName;
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("tests", "Sluice.Package.Tests", "Consumer")))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));

        return folder;
    }
}
