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

        // SLC204 has no fix, and the latest token that SLC004's fix wrote is a stub until its author writes it.
        Assert.That((await BuildAsync()).Select(line => line.Id), Is.EquivalentTo(new[] { "SLC204", "SLC107" }), await File.ReadAllTextAsync(defects));

        async Task<(int Line, string Id)[]> BuildAsync()
        {
            var (_, printed) = await Command.Try(folder, PackedFeed.Environment, "build", "-p:TreatWarningsAsErrors=false");
            Assert.That(printed, Does.Contain("error SLC204"), "the build said nothing of use");
            return [.. Reported().Matches(printed).Select(match => (int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture), match.Groups["id"].Value)).Distinct()];
        }
    }

    [Test]
    public async Task Nothing_is_called_unused_that_the_generated_half_uses()
    {
        // Connectors that are correct, with every rule on that looks for what nobody uses, sets or creates. None of them speaks, because
        // they see the generated half; so no suppressor is needed. (CA1822 is right about an operation: it may be static.)
        // A parameter that a body does not read (IDE0060) and a method that needs no instance (CA1822) are right as they are told:
        // an operation may leave the parameter out, and may be static.
        string[] rules = ["CA1811", "CA1812", "CA1823", "IDE0044", "IDE0051", "IDE0052", "CS0169", "CS0414", "CS0649", "CS8618"];
        var folder = CopyConsumer("consumer-with-all-rules");
        await File.WriteAllTextAsync(Path.Combine(folder, ".editorconfig"), "root = true\n[*.cs]\n" + string.Concat(rules.Select(rule => $"dotnet_diagnostic.{rule}.severity = warning\n")));
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("tests", "Sluice.Analyzers.Tests", "Corpus", "Correct"), "*.cs"))
        {
            // Those of several files are for tests that take them apart, and a program has one set of top-level statements: the consumer's.
            var text = await File.ReadAllTextAsync(file);
            if (!text.Contains("\n// file: ", StringComparison.Ordinal) && !Path.GetFileName(file).StartsWith("TopLevel", StringComparison.Ordinal))
                await File.WriteAllTextAsync(Path.Combine(folder, Path.GetFileName(file)), text);
        }

        // Something that nobody uses, so that it is seen that the rules are on.
        await File.WriteAllTextAsync(Path.Combine(folder, "Unused.cs"), "internal sealed class Unused { private readonly int _never; }\n");
        var printed = await Command.Dotnet(folder, PackedFeed.Environment, "build", "-p:TreatWarningsAsErrors=false", "-p:EnforceCodeStyleInBuild=true");
        var found = printed.Split('\n').Where(line => rules.Any(rule => line.Contains($": warning {rule}: ", StringComparison.Ordinal))).Distinct().ToArray();

        Assert.That(found, Has.Some.Contains("Unused.cs").And.Some.Contains("IDE0051"));
        Assert.That(found, Has.All.Contains("Unused.cs"));
    }

    [GeneratedRegex(@"// (?<id>SLC\d{3})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Announced();

    [GeneratedRegex(@"Defects\.cs\((?<line>\d+),\d+\): (error|warning|info) (?<id>\w+):", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reported();

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
