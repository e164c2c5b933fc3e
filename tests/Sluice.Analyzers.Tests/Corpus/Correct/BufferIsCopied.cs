using Sluice;

namespace Corpus.BufferIsCopied;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login, byte[] Photo, IReadOnlyList<string> Roles);

public interface IChangeLog
{
    long Newest();

    Stream Open(long? after);
}

[Connector("bufferiscopied")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public IEnumerable<SyncDelta<Person>> Sync(long? after)
    {
        using var photos = log.Open(after);
        var buffer = new byte[64];
        var roles = new List<string>();
        for (var number = after + 1 ?? 1; photos.Read(buffer) == buffer.Length; number++)
        {
            roles.Clear();
            roles.Add(Convert.ToHexString(buffer));
            yield return SyncDelta.CreateOrUpdate(number, new Person($"{number}", roles[0], [.. buffer], [.. roles]));
        }
    }
}
