namespace Sluice.Architecture.Tests;

/// <summary>The assemblies that a consumer's compiler sees; the build writes their list beside the tests.</summary>
internal static class ConsumerReferences
{
    public static IEnumerable<string> Except(string? assembly) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "consumer-references.txt"))
            .Where(path => !Path.GetFileNameWithoutExtension(path).Equals(assembly, StringComparison.Ordinal));
}
