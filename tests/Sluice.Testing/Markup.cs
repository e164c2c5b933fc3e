using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Sluice.Testing;

/// <summary>
/// Sources with the expected diagnostics marked in them: <c>{|SLC001:span|}</c>, <c>[|span|]</c> for the only id there is, and
/// <c>{|#0:span|}</c> for an additional location. Marks nest; several marks may begin at the same place.
/// </summary>
public sealed class Markup
{
    private Markup(Sources code, ImmutableArray<Mark> marks) => (Code, Marks) = (code, marks);

    /// <summary>The sources without marks.</summary>
    public Sources Code { get; }

    /// <summary>The marks, in order of place.</summary>
    public ImmutableArray<Mark> Marks { get; }

    /// <summary>Takes the marks out of the sources.</summary>
    public static Markup Parse(Sources marked)
    {
        var files = new List<SourceFile>();
        var marks = new List<Mark>();
        foreach (var file in marked)
            files.Add(file with { Text = Strip(file, marks) });
        return new(Sources.Of([.. files]), [.. marks.Order()]);
    }

    /// <summary>The sources with the diagnostics marked, as a test would have to be written to pass.</summary>
    public static string Annotate(Sources code, IEnumerable<Diagnostic> found)
    {
        var byFile = found.ToLookup(diagnostic => diagnostic.Location.SourceTree?.FilePath ?? "");
        return string.Join("\n", code.Select(file => $"// {file.Path}\n{Annotate(file.Text, [.. byFile[file.Path]])}"));
    }

    private static string Strip(SourceFile file, List<Mark> marks)
    {
        var text = file.Text;
        var code = new StringBuilder(text.Length);
        var open = new Stack<(string? Id, int Start, string Close)>();
        for (var i = 0; i < text.Length;)
        {
            var rest = text.AsSpan(i);
            if (open.TryPeek(out var mark) && rest.StartsWith(mark.Close, StringComparison.Ordinal))
            {
                marks.Add(new(file.Path, mark.Id, TextSpan.FromBounds(mark.Start, code.Length)));
                open.Pop();
                i += 2;
            }
            else if (rest.StartsWith("[|", StringComparison.Ordinal))
            {
                open.Push((null, code.Length, "|]"));
                i += 2;
            }
            else if (rest.StartsWith("{|", StringComparison.Ordinal) && IdLength(rest[2..]) is > 0 and var length)
            {
                open.Push((rest.Slice(2, length).ToString(), code.Length, "|}"));
                i += length + 3;
            }
            else
            {
                code.Append(text[i++]);
            }
        }

        if (open.TryPeek(out var unclosed))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The mark at {unclosed.Start} of {file.Path} is never closed."), nameof(file));
        return code.ToString();
    }

    private static int IdLength(ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAnyExcept("#ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
        return length > 0 && text[length] == ':' ? length : 0;
    }

    private static string Annotate(string text, Diagnostic[] found)
    {
        // Outer marks open first and close last.
        var opening = found.ToLookup(diagnostic => diagnostic.Location.SourceSpan.Start);
        var closing = found.ToLookup(diagnostic => diagnostic.Location.SourceSpan.End);
        var annotated = new StringBuilder();
        for (var i = 0; i <= text.Length; i++)
        {
            foreach (var diagnostic in closing[i].Where(diagnostic => diagnostic.Location.SourceSpan.Length > 0))
                annotated.Append("|}");
            foreach (var diagnostic in opening[i].OrderByDescending(diagnostic => diagnostic.Location.SourceSpan.Length))
                annotated.Append(CultureInfo.InvariantCulture, $"{{|{diagnostic.Id}:{(diagnostic.Location.SourceSpan.IsEmpty ? "|}" : "")}");
            if (i < text.Length)
                annotated.Append(text[i]);
        }

        return annotated.ToString();
    }
}
