using Sluice;

namespace Corpus.Slc406Builder;



public sealed record Row(long Number, string Id, string Login, string Mail, string Password);

public interface ITable
{
    long Newest();

    IEnumerable<Row> ReadAfter(long? number);
}

/// <summary>The object is built by names, and the password is a text.</summary>
[Connector("hr")]
public sealed partial class HrConnector(ITable table)
{
    [LatestSyncToken("account")]
    public long? Latest() => table.Newest();

    [Sync("account")]
    public IEnumerable<SyncDelta> Sync(ObjectClass objectClass, long? after)
    {
        foreach (var row in table.ReadAfter(after))
        {
            var person = ConnectorObject.Build(objectClass, row.Id, new Name(row.Login))
                .Set("mail", row.Mail)
                .Set(AttributeNames.Password, {|SLC406:row.Password|})
                .Build();
            yield return SyncDelta.CreateOrUpdate(row.Number, person);
        }
    }
}
