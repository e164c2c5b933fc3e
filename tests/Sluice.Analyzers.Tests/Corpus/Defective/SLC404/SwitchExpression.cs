using Sluice;

namespace Corpus.Slc404.SwitchExpression;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Row(long Number, string Id, string Login, bool IsGone);

public interface IChangeLog
{
    long Newest();

    IEnumerable<Row> ReadAfter(long? number);

    Person? Find(string id);
}

[Connector("slc404-switchexpression")]
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
            if (!handler.Handle(row.Login switch
            {
                "" => SyncDelta.Delete<Person>(row.Number, row.Id),
                { Length: > 1 } login => SyncDelta.CreateOrUpdate(row.Number, new Person(row.Id, login)),
                _ => {|SLC404:new SyncDelta<Person>()|},
            }))
            {
                return;
            }
        }

        handler.HandleResult(newest);
    }
}
