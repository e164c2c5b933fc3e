using Sluice;

namespace Corpus.OwnershipPassedOn;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long Newest();

    Stream Open(long? after);
}

[Connector("ownershippassedon")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public IEnumerable<SyncDelta<Person>> Sync(long? after)
    {
        var stream = log.Open(after);
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var text = new StringReader(line);
            yield return SyncDelta.CreateOrUpdate(long.Parse(text.ReadLine()!, System.Globalization.CultureInfo.InvariantCulture), new Person(line, line));
        }
    }
}
