using System.Globalization;
using Sluice;

namespace Corpus.Slc222Iterator;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record LoggedChange(long Number, string PersonId);

public interface IChangeLog
{
    long Newest();

    IEnumerable<LoggedChange> ReadAll();
}

/// <summary>The numbers become texts first and are compared then.</summary>
[Connector("hr")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public string? Latest() => log.Newest().ToString(CultureInfo.InvariantCulture);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public IEnumerable<SyncDelta<Person>> Sync(string? after)
    {
        foreach (var change in log.ReadAll())
        {
            var number = change.Number.ToString(CultureInfo.InvariantCulture);
            if (after is null || {|SLC222:string.Compare(number, after, StringComparison.Ordinal)|} > 0)
                yield return SyncDelta.Delete<Person>(number, change.PersonId);
        }
    }
}
