using Sluice;

namespace Corpus.Slc403.NearlyRight;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Row(long Number, string Id, string Login, string? OldId);

public interface IChangeLog
{
    long Newest();

    IEnumerable<Row> ReadAfter(long? number);

    Person? Find(string id);
}

[Connector("slc403-nearlyright")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public IEnumerable<SyncDelta<Person>> Sync(long? after)
    {
        foreach (var row in log.ReadAfter(after))
            yield return SyncDelta.Update(row.Number, new Person(row.Id, row.Login), row.OldId is null ? {|SLC403:row.Id|} : row.OldId);
    }
}
