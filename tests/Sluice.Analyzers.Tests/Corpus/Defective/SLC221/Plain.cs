using Sluice;

namespace Corpus.Slc221Plain;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record LoggedChange(long Number, string PersonId);

public interface IChangeLog
{
    long Newest();

    IReadOnlyList<LoggedChange> ReadAfter(long? number);
}

/// <summary>The last change of each person, in no order.</summary>
[Connector("hr")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public IEnumerable<SyncDelta<Person>> Sync(long? after)
    {
        var lastOfEach = new Dictionary<string, LoggedChange>(StringComparer.Ordinal);
        foreach (var change in log.ReadAfter(after))
            lastOfEach[change.PersonId] = change;
        foreach (var change in {|SLC221:lastOfEach.Values|})
            yield return SyncDelta.Delete<Person>(change.Number, change.PersonId);
    }
}
