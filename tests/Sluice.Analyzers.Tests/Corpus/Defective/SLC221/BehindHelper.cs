using Sluice;

namespace Corpus.Slc221BehindHelper;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record LoggedChange(long Number, string PersonId);

public interface IChangeLog
{
    long Newest();

    IReadOnlyList<LoggedChange> ReadAfter(long? number);
}

/// <summary>A helper collects, and the order is lost on the way.</summary>
[Connector("hr")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public IEnumerable<SyncDelta<Person>> Sync(long? after)
    {
        foreach (var change in {|SLC221:Distinct(log.ReadAfter(after))|})
        {
            var number = change.Number;
            yield return SyncDelta.Delete<Person>(number, change.PersonId);
        }
    }

    private static HashSet<LoggedChange> Distinct(IEnumerable<LoggedChange> changes) => [.. changes];
}
