using System.Globalization;
using Sluice;

namespace Corpus.Slc213Number;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record LoggedChange(double Number, string PersonId);

public interface IChangeLog
{
    double Newest();

    IEnumerable<LoggedChange> ReadAfter(double? number);
}

/// <summary>The decimal comma of one machine is a separator on the next.</summary>
[Connector("hr")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public string? Latest() => {|SLC213:log.Newest().ToString()|};

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(string? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        foreach (var change in log.ReadAfter(after is null ? null : {|SLC213:double.Parse(after)|}))
        {
            if (!handler.Handle(SyncDelta.Delete<Person>({|SLC213:change.Number.ToString()|}, change.PersonId)))
                return;
        }

        handler.HandleResult(newest.ToString("R", CultureInfo.InvariantCulture));
    }
}
