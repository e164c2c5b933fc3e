using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.Slc307.Plain;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Change(long Number, string Id, string? Login)
{
    public SyncDelta<Person> Delta => Login is null ? SyncDelta.Delete<Person>(Number, Id) : SyncDelta.CreateOrUpdate(Number, new Person(Id, Login));
}

public interface IFeed
{
    ValueTask<long?> NewestAsync(CancellationToken cancellation = default);

    IAsyncEnumerable<Change> ReadAsync(long? after, CancellationToken cancellation = default);
}

[Connector("slc307-plain")]
public sealed partial class HrConnector(IFeed feed)
{
    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => feed.NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = feed.NewestAsync(CancellationToken.None).AsTask().{|SLC307:Result|};
        foreach (var change in feed.ReadAsync(after).{|SLC307:ToBlockingEnumerable|}())
        {
            if (!handler.Handle(change.Delta))
                return;
        }

        if (newest is { } final)
            handler.HandleResult(final);
    }
}
