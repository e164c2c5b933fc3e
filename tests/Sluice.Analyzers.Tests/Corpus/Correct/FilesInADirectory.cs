using System.Globalization;
using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.FilesInADirectory;

public readonly record struct Line(string File, int Number) : ISyncTokenCodec<Line>, IComparable<Line>
{
    public static string Encode(Line value) => value.File + "#" + value.Number.ToString(CultureInfo.InvariantCulture);

    public static Line Decode(string text)
    {
        var at = text.LastIndexOf('#');
        if (at < 0 || !int.TryParse(text.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            throw new FormatException("A line reads file#number.");
        return new(text[..at], number);
    }

    public int CompareTo(Line other)
    {
        var order = string.CompareOrdinal(File, other.File);
        return order == 0 ? Number.CompareTo(other.Number) : order;
    }
}

[ObjectClass("badge")]
public sealed partial record Badge([Uid] string Id, [Name] string Holder);

[ConnectorConfiguration]
public sealed partial record BadgeConfiguration(string Folder);

/// <summary>Another system drops one file a day; a file that has its final name is complete.</summary>
[Connector("corpus-files-in-a-directory")]
public sealed partial class BadgeConnector(BadgeConfiguration configuration)
{
    [LatestSyncToken<Badge>]
    public Line? Latest()
    {
        var newest = Files().LastOrDefault();
        return newest is null ? null : new Line(Path.GetFileName(newest), File.ReadLines(newest).Count());
    }

    [Sync<Badge>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Badge>> SyncAsync(Line? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var path in Files())
        {
            var file = Path.GetFileName(path);
            if (after is { } known && string.CompareOrdinal(file, known.File) < 0)
                continue;

            var number = 0;
            await foreach (var text in File.ReadLinesAsync(path, cancellation))
            {
                var line = new Line(file, ++number);
                if (after is { } position && line.CompareTo(position) <= 0)
                    continue;
                yield return ToDelta(SyncToken.From(line), text);
            }
        }
    }

    private IEnumerable<string> Files() => Directory.EnumerateFiles(configuration.Folder, "*.txt").Order(StringComparer.Ordinal);

    private static SyncDelta<Badge> ToDelta(SyncToken token, string text) => text.Split('|') switch
    {
        ["+", var id, var holder] => SyncDelta.CreateOrUpdate(token, new Badge(id, holder)),
        ["-", var id] => SyncDelta.Delete<Badge>(token, id),
        _ => throw new ConnectorException($"This is no line of a badge file: {text}"),
    };
}
