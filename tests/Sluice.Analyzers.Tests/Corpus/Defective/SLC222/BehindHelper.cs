using System.Globalization;
using Sluice;

namespace Corpus.Slc222BehindHelper;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record LoggedChange(long Number, string PersonId);

public interface IChangeLog
{
    long Newest();

    IEnumerable<LoggedChange> ReadAll();
}

/// <summary>The helper that decides what is newer compares texts.</summary>
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
            if (IsNewer(number, after))
                yield return SyncDelta.Delete<Person>(number, change.PersonId);
        }
    }

    private static bool IsNewer(string number, string? after) => after is null || {|SLC222:number.CompareTo(after)|} > 0;
}
