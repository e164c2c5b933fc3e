using Sluice;

namespace Corpus.RenamesWithTheOldUid;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Row(long Number, string Id, string Login, string? OldId);

public interface IChangeLog
{
    long Newest();

    IEnumerable<Row> ReadAfter(long? number);
}

[Connector("renameswiththeolduid")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public IEnumerable<SyncDelta<Person>> Sync(long? after)
    {
        foreach (var row in log.ReadAfter(after))
        {
            var person = new Person(row.Id, row.Login);
            yield return row.OldId is { } old && old != row.Id
                ? SyncDelta.Update(row.Number, person, old)
                : SyncDelta.Update(row.Number, person, row.OldId is null ? default(Uid?) : new Uid(row.OldId));
        }
    }
}
