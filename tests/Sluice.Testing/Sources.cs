using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Sluice.Testing;

/// <summary>
/// The files of a test's project: a string, a collection expression of strings, or of <c>("Name.cs", "code")</c> pairs.
/// </summary>
[CollectionBuilder(typeof(Sources), nameof(Of))]
public sealed class Sources : IEnumerable<SourceFile>
{
    private readonly ImmutableArray<SourceFile> _files;

    private Sources(ImmutableArray<SourceFile> files) => _files = files;

    /// <summary>Makes a project of files; those without a path become <c>Source1.cs</c>, <c>Source2.cs</c>, ...</summary>
    public static Sources Of(params ReadOnlySpan<SourceFile> files)
    {
        var named = ImmutableArray.CreateBuilder<SourceFile>(files.Length);
        foreach (var file in files)
            named.Add(file.Path.Length > 0 ? file : file with { Path = $"Source{named.Count + 1}.cs" });
        return new(named.ToImmutable());
    }

    /// <summary>A project of one file.</summary>
    public static implicit operator Sources(string text) => Of(text);

    /// <summary>The files in order.</summary>
    public ImmutableArray<SourceFile> Files => _files;

    /// <inheritdoc/>
    public IEnumerator<SourceFile> GetEnumerator() => ((IEnumerable<SourceFile>)_files).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
