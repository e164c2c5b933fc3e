using System.Globalization;
using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.Slc213NearlyRight;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record LoggedChange(Position Position, string PersonId);

public interface IChangeLog
{
    ValueTask<Position?> NewestAsync(CancellationToken cancellation);

    IAsyncEnumerable<LoggedChange> ReadAfterAsync(Position? position, CancellationToken cancellation);
}

public readonly record struct Position(DateTimeOffset Time, long Number) : ISyncTokenCodec<Position>
{
    public static string Encode(Position value) => {|SLC213:value.Time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)|} + "|" + value.Number.ToString(CultureInfo.InvariantCulture);

    public static Position Decode(string text)
        => text.Split('|') is [var time, var number] ? new(DateTimeOffset.Parse(time, CultureInfo.InvariantCulture), long.Parse(number, CultureInfo.InvariantCulture)) : throw new FormatException($"'{text}' is no position.");
}

/// <summary>The culture is right, but the format has no fractions.</summary>
[Connector("hr")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public ValueTask<Position?> LatestAsync(CancellationToken cancellation) => log.NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(Position? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var change in log.ReadAfterAsync(after, cancellation))
            yield return SyncDelta.Delete<Person>(SyncToken.From(change.Position), change.PersonId);
    }
}
