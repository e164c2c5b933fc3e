using Sluice;

namespace Corpus.Slc310.Buffer;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login, byte[] Photo);

public interface IChangeLog
{
    long Newest();

    Stream Open(long? after);
}

[Connector("slc310-buffer")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public IEnumerable<SyncDelta<Person>> Sync(long? after)
    {
        using var photos = log.Open(after);
        var photo = new byte[64];
        for (var number = after + 1 ?? 1; photos.Read({|SLC310:photo|}) == photo.Length; number++)
            yield return SyncDelta.CreateOrUpdate(number, new Person($"{number}", $"p{number}", photo));
    }
}
