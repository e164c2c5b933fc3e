using Sluice;

namespace Corpus.Slc310.Plain;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login, IReadOnlyList<string> Roles);

public sealed record Row(long Number, string Id, string Login, string Roles);

public interface IChangeLog
{
    long Newest();

    IEnumerable<Row> ReadAfter(long? number);
}

[Connector("slc310-plain")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public IEnumerable<SyncDelta<Person>> Sync(long? after)
    {
        var roles = new List<string>();
        foreach (var row in log.ReadAfter(after))
        {
            {|SLC310:roles|}.Clear();
            {|SLC310:roles|}.AddRange(row.Roles.Split(','));
            yield return SyncDelta.CreateOrUpdate(row.Number, new Person(row.Id, row.Login, roles));
        }
    }
}
