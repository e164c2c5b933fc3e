using System.Globalization;
using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.SnapshotThenLog;

/// <summary>While the first run still lists what there is: the log position at its beginning, and the last key listed.</summary>
public sealed record Progress(long Log, string? Listed) : ISyncTokenCodec<Progress>
{
    public static string Encode(Progress value) => value.Log.ToString(CultureInfo.InvariantCulture) + "|" + value.Listed;

    public static Progress Decode(string text) => text.Split('|', 2) switch
    {
        [var log, ""] => new(long.Parse(log, CultureInfo.InvariantCulture), null),
        [var log, var listed] => new(long.Parse(log, CultureInfo.InvariantCulture), listed),
        _ => throw new FormatException("Progress reads log|key."),
    };
}

public interface ISource
{
    ValueTask<long> LogEndAsync(CancellationToken cancellation);

    IAsyncEnumerable<(string Id, string Login)> ListAsync(string? afterId, CancellationToken cancellation);

    IAsyncEnumerable<(long Number, string Id, string? Login)> LogAsync(long after, CancellationToken cancellation);
}

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

/// <summary>A first run lists all objects, in the order of their keys, and goes on with the log from where it stood before.</summary>
[Connector("corpus-snapshot-then-log")]
public sealed partial class SourceConnector(ISource source)
{
    [LatestSyncToken<Person>]
    public async ValueTask<Progress?> LatestAsync(CancellationToken cancellation) => new Progress(await source.LogEndAsync(cancellation), null);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncEvent<Person>> SyncAsync(Progress? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var log = after?.Log ?? await source.LogEndAsync(cancellation);
        if (after is null or { Listed: not null })
        {
            await foreach (var (id, login) in source.ListAsync(after?.Listed, cancellation))
                yield return SyncDelta.CreateOrUpdate(SyncToken.From(new Progress(log, id)), new Person(id, login));
            yield return SyncEvent.Checkpoint(SyncToken.From(new Progress(log, null)));
        }

        await foreach (var (number, id, login) in source.LogAsync(log, cancellation))
        {
            var token = SyncToken.From(new Progress(number, null));
            yield return login is null ? SyncDelta.Delete<Person>(token, id) : SyncDelta.CreateOrUpdate(token, new Person(id, login));
        }
    }
}
