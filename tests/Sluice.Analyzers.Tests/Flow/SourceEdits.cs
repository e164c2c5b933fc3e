using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Flow;

/// <summary>Sources as they are, but for something that the helpers have no parameter for.</summary>
internal static class SourceEdits
{
    /// <summary>Another text in its place.</summary>
    public static Sources Replacing(this Sources sources, string old, string with)
        => Sources.Of([.. sources.Files.Select(file => file with { Text = file.Text.Replace(old, with, StringComparison.Ordinal) })]);
}
