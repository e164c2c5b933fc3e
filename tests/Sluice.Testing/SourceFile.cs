namespace Sluice.Testing;

/// <summary>One file of a test's project. The path may be left out: <see cref="Sources"/> then numbers it.</summary>
/// <param name="Path">The file's name; what generators and analyzers see.</param>
/// <param name="Text">The code; newlines are normalized to <c>\n</c>.</param>
public sealed record SourceFile(string Path, string Text)
{
    /// <summary>The code, with <c>\n</c> on every system.</summary>
    public string Text { get; init; } = Text.ReplaceLineEndings("\n");

    /// <summary>A file without a name of its own.</summary>
    public static implicit operator SourceFile(string text) => new("", text);

    /// <summary>A named file.</summary>
    public static implicit operator SourceFile((string Path, string Text) file) => new(file.Path, file.Text);
}
