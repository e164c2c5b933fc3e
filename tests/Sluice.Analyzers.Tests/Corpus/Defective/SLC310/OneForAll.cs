using Sluice;

namespace Corpus.Slc310.OneForAll;

[ObjectClass(ObjectClasses.Account)]
public sealed partial class Person
{
    [Uid]
    public string Id { get; set; } = "";

    [Name]
    public string Login { get; set; } = "";
}

public sealed record Row(long Number, string Id, string Login, string Roles);

public interface IChangeLog
{
    long Newest();

    IEnumerable<Row> ReadAfter(long? number);
}

[Connector("slc310-oneforall")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public IEnumerable<SyncDelta<Person>> Sync(long? after)
    {
        var person = new Person();
        foreach (var row in log.ReadAfter(after))
        {
            {|SLC310:person|}.Id = row.Id;
            {|SLC310:person|}.Login = row.Login;
            yield return SyncDelta.CreateOrUpdate(row.Number, person);
        }
    }
}
