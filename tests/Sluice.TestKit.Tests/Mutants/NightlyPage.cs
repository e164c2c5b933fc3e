using System.Text;

namespace Sluice.TestKit.Tests;

/// <summary>The page on which the nightly runs leave their last results, a section each.</summary>
internal static class NightlyPage
{
    private const string Title = "# The contract test kit at night\n\nThe last results of `SLUICE_NIGHTLY=1 dotnet test`, written by the tests themselves.\n";

    public static void Write(string section, string content)
    {
        var path = MutantTable.Path("testkit-nightly.md");
        var sections = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var known in (File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "").Split("\n## ").Skip(1))
            sections[known[..known.IndexOf('\n', StringComparison.Ordinal)]] = known[(known.IndexOf('\n', StringComparison.Ordinal) + 1)..].Trim('\n');
        sections[section] = content.Trim('\n');
        var page = new StringBuilder(Title);
        foreach (var (name, text) in sections)
            page.Append("\n## ").Append(name).Append("\n\n").Append(text).Append('\n');
        File.WriteAllText(path, page.ToString());
    }
}
