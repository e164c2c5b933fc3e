using Sluice;

namespace Corpus.Slc310.Handler;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login, IReadOnlyList<string> Roles);

public sealed record Row(long Number, string Id, string Login, string Roles);

public interface IChangeLog
{
    long Newest();

    IEnumerable<Row> ReadAfter(long? number);
}

[Connector("slc310-handler")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        var roles = new string[1];
        foreach (var row in log.ReadAfter(after))
        {
            {|SLC310:roles|}[0] = row.Roles;
            if (!handler.Handle(SyncDelta.CreateOrUpdate(row.Number, new Person(row.Id, row.Login, roles))))
                return;
        }

        handler.HandleResult(newest);
    }
}
