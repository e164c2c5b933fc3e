using Sluice;

namespace Corpus.Slc310.ChangedLater;

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

[Connector("slc310-changedlater")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        foreach (var row in log.ReadAfter(after))
        {
            var person = new Person { Id = row.Id, Login = row.Login };
            if (!handler.Handle(SyncDelta.CreateOrUpdate(row.Number, person)))
                return;
            {|SLC310:person|}.Login = row.Login.ToUpperInvariant();
        }

        handler.HandleResult(newest);
    }
}
