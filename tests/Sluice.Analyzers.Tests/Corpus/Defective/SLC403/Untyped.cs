using Sluice;

namespace Corpus.Slc403.Untyped;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long Newest();

    IEnumerable<(long Number, string Id, string Login)> ReadAfter(long? number);
}

[Connector("slc403-untyped")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken(ObjectClasses.Account)]
    public long? Latest() => log.Newest();

    [Sync(ObjectClasses.Account)]
    public IEnumerable<SyncDelta> Sync(ObjectClass objectClass, long? after)
    {
        foreach (var row in log.ReadAfter(after))
        {
            var person = ConnectorObject.Build(objectClass, row.Id, row.Login).Build();
            yield return SyncDelta.Update(row.Number, person, {|SLC403:person.Uid|});
        }
    }
}
