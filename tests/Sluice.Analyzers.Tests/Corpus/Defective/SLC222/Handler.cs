using System.Globalization;
using Sluice;

namespace Corpus.Slc222Handler;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record LoggedChange(string Number, string PersonId);

public interface IChangeLog
{
    string Newest();

    IEnumerable<LoggedChange> ReadAll();
}

/// <summary>One half of the connector counts, the other spells.</summary>
[Connector("hr")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public string? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(string? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        var isFirst = !int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0;
        if (isFirst)
            after = null;
        foreach (var change in log.ReadAll().Where(change => after is null || {|SLC222:string.CompareOrdinal(after, change.Number)|} < 0))
        {
            if (!handler.Handle(SyncDelta.Delete<Person>(change.Number, change.PersonId)))
                return;
        }

        handler.HandleResult(newest);
    }
}
