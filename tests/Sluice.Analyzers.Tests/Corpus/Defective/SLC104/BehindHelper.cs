using Sluice;

namespace Corpus.Slc104.BehindHelper;

public interface ITables
{
    long? Newest(string table);

    IEnumerable<SyncDelta> Changes(string table, long? after);

    IEnumerable<ConnectorObject> Rows(string table);

    void Remove(string table, Uid uid);
}

[Connector("slc104-behind-helper")]
public sealed partial class HrConnector(ITables tables)
{
    [LatestSyncToken(ObjectClasses.Account, ObjectClasses.All)]
    public long? Latest(ObjectClass objectClass) => tables.Newest(objectClass.Name);

    [Sync(ObjectClasses.Account, ObjectClasses.All)]
    public IEnumerable<SyncDelta> Sync(ObjectClass objectClass, long? after)
        => Read(objectClass, after);

    private IEnumerable<SyncDelta> Read(ObjectClass wanted, long? after)
    {
        switch (wanted.Name)
        {
            case {|SLC104:ObjectClasses.All|}:
                break;
            case ObjectClasses.Account:
                foreach (var delta in tables.Changes("people", after))
                    yield return delta;
                break;
        }
    }
}
