using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Sluice;

namespace Corpus.CsvDiff;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Row([Uid] string Number, [Name] string Login, string Department);

[ConnectorConfiguration]
public sealed partial class CsvConfiguration
{
    [ConfigurationProperty(Order = 1)]
    public string Path { get; set; } = "people.csv";

    [ConfigurationProperty(Order = 2)]
    public string SnapshotFolder { get; set; } = "snapshots";
}

/// <summary>
/// Compares the file with the copy that the token names. The copy of this run gets its name from its content, so it can be
/// written before anything is delivered: the host moves to it only when it has accepted everything.
/// </summary>
[Connector("corpus-csv-diff")]
public sealed partial class CsvConnector(CsvConfiguration configuration)
{
    [LatestSyncToken<Row>]
    public async ValueTask<string?> LatestAsync(CancellationToken cancellation) => Fingerprint(await File.ReadAllBytesAsync(configuration.Path, cancellation));

    [Sync<Row>]
    public async IAsyncEnumerable<SyncDelta<Row>> SyncAsync(string? fingerprint, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var content = await File.ReadAllBytesAsync(configuration.Path, cancellation);
        var current = Fingerprint(content);
        if (current == fingerprint)
            yield break;
        Directory.CreateDirectory(configuration.SnapshotFolder);
        await File.WriteAllBytesAsync(SnapshotOf(current), content, cancellation);

        var before = fingerprint is null ? [] : await ReadAsync(SnapshotOf(fingerprint), cancellation);
        SyncToken token = current;
        foreach (var row in Parse(Encoding.UTF8.GetString(content)))
        {
            if (!before.Remove(row.Number, out var old))
                yield return SyncDelta.Create(token, row);
            else if (old != row)
                yield return SyncDelta.Update(token, row);
        }

        foreach (var number in before.Keys)
            yield return SyncDelta.Delete<Row>(token, number);
    }

    private static async Task<Dictionary<string, Row>> ReadAsync(string path, CancellationToken cancellation)
    {
        if (!File.Exists(path))
            throw new SyncTokenExpiredException($"The copy {path} that the position names is gone.");
        var text = await File.ReadAllTextAsync(path, cancellation);
        return Parse(text).ToDictionary(row => row.Number, StringComparer.Ordinal);
    }

    private string SnapshotOf(string fingerprint) => Path.Combine(configuration.SnapshotFolder, fingerprint + ".csv");

    private static string Fingerprint(byte[] content) => Convert.ToHexString(SHA256.HashData(content));

    private static IEnumerable<Row> Parse(string text)
        => from line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1)
           let cells = line.Split(';')
           where cells.Length == 3
           select new Row(cells[0], cells[1], cells[2]);
}
