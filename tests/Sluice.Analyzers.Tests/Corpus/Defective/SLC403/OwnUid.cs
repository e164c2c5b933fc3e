using Sluice;

namespace Corpus.Slc403.OwnUid;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Row(long Number, string Id, string Login, bool IsGone);

public interface IChangeLog
{
    long Newest();

    IEnumerable<Row> ReadAfter(long? number);

    Person? Find(string id);
}

[Connector("slc403-ownuid")]
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
            var person = log.Find(row.Id);
            var delta = person is null ? SyncDelta.Delete<Person>(row.Number, row.Id) : SyncDelta.CreateOrUpdate(row.Number, person, {|SLC403:new Uid(person.Id)|});
            if (!handler.Handle(delta))
                return;
        }

        handler.HandleResult(newest);
    }
}
