using Sluice;

namespace Corpus.Slc401.BehindHelper;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Row(long Number, string Id, string Login, bool IsGone);

public interface IChangeLog
{
    long Newest();

    IEnumerable<Row> ReadAfter(long? number);

    Person? Find(string id);
}

[Connector("slc401-behindhelper")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public IEnumerable<SyncDelta<Person>> Sync(long? after)
    {
        foreach (var row in log.ReadAfter(after))
            yield return Map(row);
    }

    private static SyncDelta<Person> Map(Row row) => row.IsGone
        ? SyncDelta.Create<Person>(row.Number, {|SLC401:null!|})
        : SyncDelta.Create(row.Number, new Person(row.Id, row.Login));
}
