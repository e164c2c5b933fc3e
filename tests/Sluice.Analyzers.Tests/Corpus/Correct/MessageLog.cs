using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.MessageLog;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Message(int Partition, long Offset, string Key, string? Login);

public interface IMessageLog
{
    ValueTask<ImmutableSortedDictionary<int, long>> EndAsync(CancellationToken cancellation);

    IAsyncEnumerable<Message> ReadAsync(ImmutableSortedDictionary<int, long> from, ImmutableSortedDictionary<int, long> until, CancellationToken cancellation);
}

/// <summary>The offset of each partition, in the order of the partitions.</summary>
public sealed record Offsets(ImmutableSortedDictionary<int, long> ByPartition) : ISyncTokenCodec<Offsets>
{
    public static Offsets Start { get; } = new(ImmutableSortedDictionary<int, long>.Empty);

    public static string Encode(Offsets value) => string.Join(",", value.ByPartition.Select(offset => FormattableString.Invariant($"{offset.Key}:{offset.Value}")));

    public static Offsets Decode(string text) => new(text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(':'))
        .ToImmutableSortedDictionary(part => int.Parse(part[0], CultureInfo.InvariantCulture), part => long.Parse(part[1], CultureInfo.InvariantCulture)));

    public Offsets With(Message message) => new(ByPartition.SetItem(message.Partition, message.Offset));
}

/// <summary>A log with partitions: each delta carries the offsets of all of them, and the end is asked for before the reading.</summary>
[Connector("message-log")]
public sealed partial class MessageLogConnector(IMessageLog log)
{
    [LatestSyncToken<Person>]
    public async ValueTask<Offsets?> LatestAsync(CancellationToken cancellation) => new(await log.EndAsync(cancellation));

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(Offsets? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var until = await log.EndAsync(cancellation);
        var position = after ?? Offsets.Start;
        await foreach (var message in log.ReadAsync(position.ByPartition, until, cancellation))
        {
            position = position.With(message);
            var token = SyncToken.From(position);
            yield return message.Login is null
                ? SyncDelta.Delete<Person>(token, message.Key)
                : SyncDelta.CreateOrUpdate(token, new Person(message.Key, message.Login));
        }
    }
}
