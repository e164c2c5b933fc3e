using Sluice;

namespace Corpus.Slc403.BehindHelper;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Row(long Number, string Id, string Login, bool IsGone);

public interface IChangeLog
{
    long Newest();

    IEnumerable<Row> ReadAfter(long? number);

    Person? Find(string id);
}

[Connector("slc403-behindhelper")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public IEnumerable<SyncDelta<Person>> Sync(long? after)
    {
        foreach (var row in log.ReadAfter(after))
            yield return Map(row.Number, row.Id, row.Login);
    }

    private static SyncDelta<Person> Map(long number, string id, string login) => SyncDelta.Update(number, new Person(id, login), previousUid: {|SLC403:id|});
}
