using System.Globalization;
using Sluice;

namespace Corpus.Slc222Plain;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record LoggedChange(string Number, string PersonId);

public interface IChangeLog
{
    string Newest();

    IEnumerable<LoggedChange> ReadAll();
}

/// <summary>Ten is before nine.</summary>
[Connector("hr")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public string? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public IEnumerable<SyncDelta<Person>> Sync(string? after)
    {
        if (after is not null && long.Parse(after, CultureInfo.InvariantCulture) < 0)
            throw new SyncTokenExpiredException($"The log does not reach back to {after}.");
        foreach (var change in log.ReadAll())
        {
            if (after is null || {|SLC222:string.CompareOrdinal(change.Number, after)|} > 0)
                yield return SyncDelta.Delete<Person>(change.Number, change.PersonId);
        }
    }
}
