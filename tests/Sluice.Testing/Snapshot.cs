using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using NUnit.Framework;

namespace Sluice.Testing;

/// <summary>
/// Compares generated files with verified ones, in the file convention of Verify.SourceGenerators, so that the two can be
/// exchanged: <c>_snapshots/{Class}.{Method}[_{parameter}={value}]#{hint}.verified.cs</c>, UTF-8 with byte order mark, first line
/// <c>//HintName: ...</c>. <c>SLUICE_SNAPSHOTS=accept</c> makes the received files the verified ones.
/// </summary>
public static partial class Snapshot
{
    private const string AcceptVariable = "SLUICE_SNAPSHOTS";

    private static readonly UTF8Encoding Utf8WithMark = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>Compares all generated files of a run with those verified for the running test.</summary>
    public static void Match(GeneratorRun run, [CallerFilePath] string testFile = "")
        => Match(run, Folder(testFile), IsAccepting());

    /// <summary>Fails when a verified file belongs to no test of the calling assembly any more.</summary>
    public static void NoOrphans(Assembly tests, [CallerFilePath] string testFile = "")
    {
        var known = tests.GetTypes().SelectMany(type => type.GetMethods().Select(method => $"{ClassName(type)}.{method.Name}")).ToHashSet(StringComparer.Ordinal);
        var root = Path.GetDirectoryName(Folder(testFile))!;
        var orphans = Directory.EnumerateFiles(root, "*.verified.cs", SearchOption.AllDirectories)
            .Where(path => !known.Contains(TestOf(Path.GetFileName(path))))
            .Order(StringComparer.Ordinal)
            .ToArray();
        if (orphans.Length > 0)
            throw new AssertionException($"No test of {tests.GetName().Name} owns:\n{string.Join("\n", orphans)}");

        // Values may contain dots and underscores, so the method's name ends at the first mark after the class.
        static string TestOf(string file) => file[..file.IndexOf('#', StringComparison.Ordinal)] is var test && test.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals
            ? test[..test.LastIndexOf('_', equals)]
            : test;
    }

    internal static void Match(GeneratorRun run, string folder, bool accept)
    {
        Directory.CreateDirectory(folder);
        var prefix = Path.Combine(folder, TestName());
        var left = Directory.EnumerateFiles(folder, Path.GetFileName(prefix) + "#*.verified.cs").ToHashSet(StringComparer.Ordinal);
        var failures = new List<string>();
        foreach (var source in run.Generated)
        {
            var name = Path.GetFileNameWithoutExtension(source.HintName);
            var verified = $"{prefix}#{name}.verified.cs";
            var received = $"{prefix}#{name}.received.cs";
            var actual = GeneratorVersion().Replace($"//HintName: {source.HintName}\n{source.SourceText}", "${before}VERSION${after}");
            var isKnown = left.Remove(verified);
            var expected = isKnown ? File.ReadAllText(verified) : "";
            if (isKnown && expected == actual)
            {
                File.Delete(received);
            }
            else if (accept)
            {
                File.WriteAllText(verified, actual, Utf8WithMark);
                File.Delete(received);
            }
            else
            {
                File.WriteAllText(received, actual, Utf8WithMark);
                failures.Add($"{(isKnown ? "Changed" : "New")}: {received}\n{TextDiff.Unified(expected, actual)}");
            }
        }

        foreach (var stale in left.Order(StringComparer.Ordinal))
        {
            if (accept)
                File.Delete(stale);
            else
                failures.Add($"No longer generated: {stale}");
        }

        if (failures.Count > 0)
            throw new AssertionException($"{string.Join("\n", failures)}\nTo accept: {AcceptVariable}=accept dotnet test --filter {TestContext.CurrentContext.Test.Name}");
    }

    internal static string ClassName(Type type) => type.DeclaringType is { } outer ? $"{ClassName(outer)}.{type.Name}" : type.Name;

    private static string TestName()
    {
        var test = TestContext.CurrentContext.Test;
        var name = new StringBuilder($"{ClassName(test.Type!)}.{test.MethodName}");
        var parameters = test.MethodInfo!.GetParameters().ToArray();
        for (var i = 0; i < parameters.Length && i < test.Arguments.Length; i++)
            name.Append(System.Globalization.CultureInfo.InvariantCulture, $"_{parameters[i].Name}={test.Arguments[i] ?? "null"}");
        foreach (var character in Path.GetInvalidFileNameChars())
            name.Replace(character, '-');
        return name.ToString();
    }

    private static string Folder(string testFile)
    {
        var folder = Path.GetDirectoryName(testFile)!;
        // A build with source roots mapped compiles "/_/tests/..." in.
        if (!Directory.Exists(folder) && folder.StartsWith("/_/", StringComparison.Ordinal))
            folder = Path.Combine(RepositoryRoot(), folder[3..]);
        return Path.Combine(folder, "_snapshots");
    }

    private static string RepositoryRoot() => TestContext.CurrentContext.Test.Type!.Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(metadata => metadata.Key == "RepositoryRoot")?.Value
        ?? throw new AssertionException("The test assembly does not say where the repository is.");

    private static bool IsAccepting()
    {
        if (Environment.GetEnvironmentVariable(AcceptVariable) != "accept")
            return false;
        if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 })
            throw new AssertionException($"{AcceptVariable}=accept is for people, not for CI.");
        return true;
    }

    // The one thing that differs between releases without a difference in the output.
    [GeneratedRegex("""(?<before>GeneratedCode(?:Attribute)?\("[^"]*", ")[^"]*(?<after>"\))""", RegexOptions.NonBacktracking)]
    private static partial Regex GeneratorVersion();
}
