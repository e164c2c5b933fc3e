using Sluice;

namespace Corpus.Slc401.TestedForNull;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Row(long Number, string Id, string Login, bool IsGone);

public interface IChangeLog
{
    long Newest();

    IEnumerable<Row> ReadAfter(long? number);

    Person? Find(string id);
}

[Connector("slc401-testedfornull")]
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
            if (person is null)
            {
                if (!handler.Handle(SyncDelta.CreateOrUpdate(row.Number, {|SLC401:person!|})))
                    return;
                continue;
            }

            if (!handler.Handle(SyncDelta.CreateOrUpdate(row.Number, person)))
                return;
        }

        handler.HandleResult(newest);
    }
}
