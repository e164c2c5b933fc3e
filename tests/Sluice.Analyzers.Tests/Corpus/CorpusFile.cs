using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Sluice.Analyzers.Tests.Rules;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Corpus;

/// <summary>One connector of the corpus: a complete file, as somebody would write it.</summary>
/// <param name="Name">Its path below the corpus, without the extension.</param>
/// <param name="Text">Its code, with what is wrong in it marked.</param>
public sealed partial record CorpusFile(string Name, string Text)
{
    /// <summary>What a new project sees without a <c>using</c>.</summary>
    public const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>Correct connectors: no analyzer warns of anything.</summary>
    public static IReadOnlyList<CorpusFile> Correct { get; } = [.. Read("Correct")];

    /// <summary>Defective ones: what the analyzers say of each is marked in it.</summary>
    public static IReadOnlyList<CorpusFile> Defective { get; } = [.. Read("Defective")];

    /// <summary>The ids that the defective ones are about.</summary>
    public static IReadOnlyList<string> Laws { get; } = [.. Defective.Select(file => file.Law).Distinct(StringComparer.Ordinal)];

    /// <summary>The id that a defective one is about.</summary>
    public string Law => Name.Split('/') is ["Defective", var law, _] ? law : throw new InvalidOperationException($"{Name} should lie in Defective/SLCnnn.");

    /// <summary>The file, its marks still in it, and the usings of a project. Parts after a line <c>// file: Other.cs</c> are files of their own.</summary>
    public Sources Marked => Sources.Of([("/Usings.cs", ImplicitUsings), .. Parts()]);

    /// <summary>The files without marks.</summary>
    public Sources Code => Markup.Parse(Marked).Code;

    /// <summary>The project that the file is compiled in: a program where it has top-level statements.</summary>
    public Consumer Project => Consumer.Default with
    {
        OutputKind = Code.Any(part => CSharpSyntaxTree.ParseText(part.Text).GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any())
            ? OutputKind.ConsoleApplication
            : OutputKind.DynamicallyLinkedLibrary,
    };

    /// <summary>The connectors that are about a law.</summary>
    public static IReadOnlyList<CorpusFile> About(string law) => [.. Defective.Where(file => file.Law == law)];

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static IEnumerable<CorpusFile> Read(string kind)
    {
        var corpus = Path.Combine(LawPages.Root, "tests", "Sluice.Analyzers.Tests", "Corpus");
        return Directory.EnumerateFiles(Path.Combine(corpus, kind), "*.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => new CorpusFile(Path.ChangeExtension(Path.GetRelativePath(corpus, path), null).Replace('\\', '/'), File.ReadAllText(path).ReplaceLineEndings("\n")));
    }

    private IEnumerable<SourceFile> Parts()
    {
        var parts = NextFile().Split(Text);
        yield return ($"/{Name}.cs", parts[0]);
        for (var i = 1; i < parts.Length; i += 2)
            yield return ($"/{Name}.{parts[i]}", parts[i + 1]);
    }

    [GeneratedRegex(@"^// file: (?<path>\S+)\n", RegexOptions.Multiline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex NextFile();
}
