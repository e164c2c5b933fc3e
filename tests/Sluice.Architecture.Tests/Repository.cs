using System.Reflection;

namespace Sluice.Architecture.Tests;

/// <summary>The files of this repository, without what builds leave behind.</summary>
internal static class Repository
{
    private static readonly string[] OutputFolders = [".git", ".vs", ".idea", "artifacts", "bin", "obj", "TestResults", "BenchmarkDotNet.Artifacts"];

    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => string.Equals(metadata.Key, "RepositoryRoot", StringComparison.Ordinal))
        .Value!;

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>Paths relative to the root, with forward slashes, in ordinal order.</summary>
    public static IEnumerable<string> Files(string pattern = "*") =>
        FilesBelow(new DirectoryInfo(Root), pattern)
            .Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    private static IEnumerable<FileInfo> FilesBelow(DirectoryInfo folder, string pattern) =>
        folder.EnumerateFiles(pattern).Concat(folder.EnumerateDirectories()
            .Where(child => !OutputFolders.Contains(child.Name, StringComparer.Ordinal))
            .SelectMany(child => FilesBelow(child, pattern)));
}
