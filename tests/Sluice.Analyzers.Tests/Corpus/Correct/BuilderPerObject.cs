using Sluice;

namespace Corpus.BuilderPerObject;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Row(long Number, string Id, string Login, string[] Roles);

public interface IChangeLog
{
    long Newest();

    IEnumerable<Row> ReadAfter(long? number);
}

[Connector("builderperobject")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken(ObjectClasses.Account)]
    public long? Latest() => log.Newest();

    [Sync(ObjectClasses.Account)]
    public IEnumerable<SyncDelta> Sync(ObjectClass objectClass, long? after)
    {
        foreach (var row in log.ReadAfter(after))
        {
            var builder = ConnectorObject.Build(objectClass, row.Id, row.Login);
            if (row.Roles.Length > 0)
                builder.SetValues("roles", row.Roles);
            yield return row.Login.Length == 0 ? SyncDelta.Delete(row.Number, objectClass, row.Id) : SyncDelta.CreateOrUpdate(row.Number, builder.Build());
        }
    }
}
