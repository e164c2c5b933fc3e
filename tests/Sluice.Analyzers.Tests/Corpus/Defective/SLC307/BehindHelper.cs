using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.Slc307.BehindHelper;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Change(long Number, string Id, string? Login)
{
    public SyncDelta<Person> Delta => Login is null ? SyncDelta.Delete<Person>(Number, Id) : SyncDelta.CreateOrUpdate(Number, new Person(Id, Login));
}

public interface IFeed
{
    ValueTask<long?> NewestAsync(CancellationToken cancellation);

    Task<IReadOnlyList<Change>> ReadAsync(long? after);
}

[Connector("slc307-behindhelper")]
public sealed partial class HrConnector(IFeed feed)
{
    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => feed.NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public IEnumerable<SyncDelta<Person>> Sync(long? after)
    {
        foreach (var change in Read(after))
            yield return change.Delta;
    }

    private IReadOnlyList<Change> Read(long? after)
    {
        var reading = feed.ReadAsync(after);
        reading.{|SLC307:Wait|}();
        return reading.{|SLC307:Result|};
    }
}
