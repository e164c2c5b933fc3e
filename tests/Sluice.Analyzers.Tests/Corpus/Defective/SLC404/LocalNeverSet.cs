using Sluice;

namespace Corpus.Slc404.LocalNeverSet;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Row(long Number, string Id, string Login, bool IsGone);

public interface IChangeLog
{
    long Newest();

    IEnumerable<Row> ReadAfter(long? number);

    Person? Find(string id);
}

[Connector("slc404-localneverset")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public IEnumerable<SyncDelta<Person>> Sync(long? after)
    {
        SyncDelta<Person> nothing = default;
        foreach (var row in log.ReadAfter(after))
        {
            if (row.IsGone)
                yield return {|SLC404:nothing|};
            else
                yield return SyncDelta.CreateOrUpdate(row.Number, new Person(row.Id, row.Login));
        }
    }
}
