using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Sluice.Testing;

/// <summary>The references a user's project has; written by the build of this project.</summary>
public static class ConsumerReferences
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> Loaded = new(() =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "ConsumerReferences.txt"))
            .Where(path => path.Length > 0)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ]);

    /// <summary>The targeting pack, Sluice and what Sluice depends on.</summary>
    public static ImmutableArray<MetadataReference> All => Loaded.Value;
}
