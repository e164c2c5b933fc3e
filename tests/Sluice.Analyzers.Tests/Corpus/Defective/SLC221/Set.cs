using Sluice;

namespace Corpus.Slc221Set;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record LoggedChange(long Number, string PersonId);

public interface IChangeLog
{
    long Newest();

    IReadOnlyList<LoggedChange> ReadAfter(long? number);
}

/// <summary>Doubles are gone, and so is the order.</summary>
[Connector("hr")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public IEnumerable<SyncDelta<Person>> Sync(long? after)
    {
        var changes = log.ReadAfter(after).ToHashSet();
        foreach (var (number, person) in {|SLC221:changes|})
            yield return SyncDelta.Delete<Person>(number, person);
    }
}
