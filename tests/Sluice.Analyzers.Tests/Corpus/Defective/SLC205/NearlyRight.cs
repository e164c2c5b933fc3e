using Sluice;

namespace Corpus.Slc205NearlyRight;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IFeed
{
    byte[]? Cookie();

    IEnumerable<Person> Changed(byte[]? cookie);
}

/// <summary>No bytes stand for the cookie that the server did not send yet.</summary>
[Connector("hr")]
public sealed partial class HrConnector(IFeed feed)
{
    [LatestSyncToken<Person>]
    public byte[]? Latest() => feed.Cookie();

    [Sync<Person>]
    public IEnumerable<SyncDelta<Person>> Sync(byte[]? after)
    {
        byte[] before = [];
        foreach (var person in feed.Changed(after))
            yield return SyncDelta.CreateOrUpdate({|SLC205:before|}, person);
    }
}
