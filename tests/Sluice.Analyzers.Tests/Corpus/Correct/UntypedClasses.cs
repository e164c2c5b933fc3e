using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.UntypedClasses;

public sealed record FeedItem(long Sequence, string Kind, string Id, string? Label);

public interface IMixedFeed
{
    ValueTask<long?> SequenceAsync(CancellationToken cancellation);

    IAsyncEnumerable<FeedItem> ReadAsync(long? after, CancellationToken cancellation);
}

/// <summary>Two classes from one feed, told apart while it is read; other classes are refused.</summary>
[Connector("corpus-untyped-classes")]
public sealed partial class MixedConnector(IMixedFeed feed)
{
    [LatestSyncToken(ObjectClasses.Account, ObjectClasses.Group)]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => feed.SequenceAsync(cancellation);

    [Sync(ObjectClasses.Account, ObjectClasses.Group, Granularity = TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncEvent> SyncAsync(ObjectClass objectClass, long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var kind = KindOf(objectClass);
        await foreach (var item in feed.ReadAsync(after, cancellation))
        {
            if (item.Kind != kind)
                yield return SyncEvent.Checkpoint(item.Sequence);
            else if (item.Label is null)
                yield return SyncDelta.Delete(item.Sequence, objectClass, item.Id);
            else
                yield return SyncDelta.CreateOrUpdate(item.Sequence, ConnectorObject.Build(objectClass, item.Id, item.Label).Set("label", item.Label).Build());
        }
    }

    private static string KindOf(ObjectClass objectClass)
    {
        if (objectClass == ObjectClass.Account)
            return "user";
        if (objectClass == ObjectClass.Group)
            return "team";
        throw new UnsupportedObjectClassException(objectClass, [ObjectClass.Account, ObjectClass.Group], "sync");
    }
}
