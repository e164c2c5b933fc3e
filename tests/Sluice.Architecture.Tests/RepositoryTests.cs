using System.Text.RegularExpressions;

namespace Sluice.Architecture.Tests;

/// <summary>Rules that every file of the repository keeps.</summary>
public sealed partial class RepositoryTests
{
    // In two halves, because this file is read too.
    private static readonly string[] MachinePaths =
        ["/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/", "/Use" + "rs/", @"C:\" + "Users", "file:" + "///"];

    private static readonly string[] TextFiles =
        [".cs", ".csproj", ".props", ".targets", ".sln", ".json", ".md", ".txt", ".sh", ".xml", ".editorconfig", ".gitignore", ".gitattributes", ".config", ""];

    [Test]
    public void No_file_names_a_path_of_somebodys_machine()
    {
        var found =
            from path in TextFilesOfTheRepository()
            from line in File.ReadLines(Repository.PathOf(path))
            where MachinePaths.Any(machinePath => line.Contains(machinePath, StringComparison.Ordinal))
            select $"{path}: {line.Trim()}";

        Assert.That(found, Is.Empty);
    }

    [Test]
    public void No_file_names_a_package_registry()
    {
        // The machine knows its package source; a configured one here would bypass it.
        var found =
            from path in TextFilesOfTheRepository()
            where Path.GetFileName(path).Equals("nuget.config", StringComparison.OrdinalIgnoreCase)
                || File.ReadLines(Repository.PathOf(path)).Any(line => line.Contains("api.nuget" + ".org", StringComparison.OrdinalIgnoreCase))
            select path;

        Assert.That(found, Is.Empty);
    }

    [Test]
    public void Every_text_file_ends_its_lines_with_a_line_feed_only()
    {
        var found = TextFilesOfTheRepository().Where(path => File.ReadAllBytes(Repository.PathOf(path)).Contains((byte)'\r'));

        Assert.That(found, Is.Empty);
    }

    [Test]
    public void The_tables_of_the_page_on_performance_hold_what_was_measured()
    {
        var tables = WrittenTable().Matches(File.ReadAllText(Repository.PathOf("docs/performance.md"))).ToDictionary(table => table.Groups["name"].Value, table => table.Groups["rows"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

        Assert.That(tables.Keys, Is.EquivalentTo(new[] { "ratios", "memory", "start", "generators", "analyzers" }));
        Assert.That(tables.Values, Has.All.Length.GreaterThan(2), "A head and a line under it are no figures.");
    }

    [Test]
    public void Links_between_documents_lead_somewhere()
    {
        var broken =
            from document in Repository.Files("*.md")
            from prose in File.ReadAllText(Repository.PathOf(document)).Split("```").Where((_, index) => index % 2 == 0)
            from Match link in MarkdownLink().Matches(prose)
            let target = link.Groups["target"].Value
            where !target.Contains("://", StringComparison.Ordinal)
            let file = Path.Combine(Repository.Root, Path.GetDirectoryName(document)!, target)
            where !Path.Exists(file)
            select $"{document}: {target}";

        Assert.That(broken, Is.Empty);
    }

    [Test]
    public void The_solution_holds_every_project()
    {
        var solution = File.ReadAllText(Repository.PathOf("Toolkit.sln")).Replace('\\', '/');

        Assert.That(ProjectFile.All.Select(project => project.Path).Where(path => !solution.Contains($"\"{path}\"", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Versions_of_packages_stand_in_one_place()
    {
        Assert.That(ProjectFile.All.SelectMany(project => project.VersionsOfItsOwn, (project, package) => $"{project}: {package}"), Is.Empty);
    }

    [Test]
    public void Every_project_has_its_lock_file()
    {
        var folders = ProjectFile.All.Select(project => Path.GetDirectoryName(project.Path)!);

        Assert.That(folders.Where(folder => !File.Exists(Repository.PathOf(folder, "packages.lock.json"))), Is.Empty);
    }

    [GeneratedRegex(@"<!-- (?<name>\w+) -->\n(?<rows>.*?)<!-- end of \k<name> -->", RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex WrittenTable();

    // Without the fragment: whether the heading exists is for the reader to see.
    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MarkdownLink();

    private static IEnumerable<string> TextFilesOfTheRepository() =>
        Repository.Files().Where(path => TextFiles.Contains(Path.GetExtension(path), StringComparer.Ordinal));
}
