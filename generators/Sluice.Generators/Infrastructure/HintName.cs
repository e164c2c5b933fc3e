using System.Globalization;

namespace Sluice.Generators.Infrastructure;

/// <summary>Names of generated files.</summary>
internal static class HintName
{
    /// <summary>
    /// <c>Ns.Outer`1+Inner</c> becomes <c>Ns.Outer_1.Inner.g.cs</c>: one file per type and part, and always the same one.
    /// </summary>
    /// <param name="metadataName">The full metadata name of the type the file is for.</param>
    /// <param name="part">Which of several files for that type.</param>
    /// <param name="withHash">
    /// Adds a short hash of the exact name. Needed where another type of the compilation gets the same hint name: hint
    /// names ignore case, and a repeated one costs the generator all its outputs.
    /// </param>
    public static string For(string metadataName, string? part = null, bool withHash = false)
    {
        var name = metadataName.Replace('+', '.').Replace('`', '_');
        var suffix = part is null ? "" : "." + part;
        return withHash ? $"{name}-{Hash(metadataName)}{suffix}.g.cs" : $"{name}{suffix}.g.cs";
    }

    // FNV-1a: string.GetHashCode differs from process to process.
    private static string Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var character in text)
            hash = unchecked((hash ^ character) * 16777619u);
        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
