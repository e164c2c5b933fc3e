using System.Reflection;
using System.Text.RegularExpressions;

namespace Sluice.Analyzers.Tests.Rules;

/// <summary>The pages of the laws, <c>docs/laws/SLCnnn.md</c>.</summary>
internal static partial class LawPages
{
    /// <summary>What a project with implicit usings sees, and the namespace that every page is about.</summary>
    public const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Sluice;
        """;

    public static string Root { get; } = typeof(LawPages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(metadata => metadata.Key == "RepositoryRoot").Value!;

    /// <summary>The laws that have a page.</summary>
    public static IEnumerable<string> Ids => Directory.EnumerateFiles(Path.Combine(Root, "docs", "laws"), "SLC*.md").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    public static string PathOf(string id) => Path.Combine(Root, "docs", "laws", $"{id}.md");

    public static string Read(string id) => File.ReadAllText(PathOf(id)).ReplaceLineEndings("\n");

    /// <summary>The code blocks of a kind: those that are <c>wrong</c>, those that are <c>right</c>.</summary>
    public static IReadOnlyList<string> Blocks(string page, string kind)
        => [.. CodeBlock().Matches(page).Where(block => block.Groups["kind"].Value == kind).Select(block => block.Groups["code"].Value)];

    [GeneratedRegex("^```csharp (?<kind>wrong|right)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex CodeBlock();
}
