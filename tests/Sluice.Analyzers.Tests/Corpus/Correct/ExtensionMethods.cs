using Sluice;

namespace Corpus.ExtensionMethods;

public sealed record Change(long Number, string Id, string? Login);

public interface IFeed
{
    long Newest { get; }

    IEnumerable<Change> After(long? number);
}

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

internal static class HandlerExtensions
{
    /// <summary>Hands over all deltas; false as soon as the host says stop.</summary>
    public static bool HandleAll<T>(this ISyncResultsHandler<T> handler, IEnumerable<SyncDelta<T>> deltas)
        where T : class
    {
        foreach (var delta in deltas)
        {
            if (!handler.Handle(delta))
                return false;
        }

        return true;
    }

    public static SyncDelta<Person> ToDelta(this Change change)
        => change.Login is { } login ? SyncDelta.CreateOrUpdate(change.Number, new Person(change.Id, login)) : SyncDelta.Delete<Person>(change.Number, change.Id);
}

[Connector("corpus-extension-methods")]
public sealed partial class FeedConnector(IFeed feed)
{
    [LatestSyncToken<Person>]
    public long? Latest() => feed.Newest;

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = feed.Newest;
        if (handler.HandleAll(feed.After(after).Select(change => change.ToDelta())))
            handler.HandleResult(newest);
    }
}
