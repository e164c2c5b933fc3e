using Sluice;

namespace Corpus.LinqPipeline;

public sealed record Employee(int Number, string Login, DateOnly Hired, bool Left);

public sealed record Revision(long Number, Employee Employee, string Table);

public interface IJournal
{
    IQueryable<Revision> Revisions { get; }
}

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] int Number, [Name] string Login, DateOnly Hired);

/// <summary>Everything is a query; the facade turns it into deltas one by one.</summary>
[Connector("corpus-linq-pipeline")]
public sealed partial class JournalConnector(IJournal journal)
{
    [LatestSyncToken<Person>]
    public long? Latest() => journal.Revisions.Max(revision => (long?)revision.Number);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public IEnumerable<SyncDelta<Person>> Sync(long? after)
        => journal.Revisions
            .Where(revision => revision.Table == "employee" && revision.Number > (after ?? 0))
            .OrderBy(revision => revision.Number)
            .AsEnumerable()
            .Select(ToDelta);

    [Search<Person>]
    public IEnumerable<Person> Search(Filter? filter)
        => from revision in journal.Revisions.AsEnumerable()
           group revision by revision.Employee.Number into history
           let newest = history.MaxBy(revision => revision.Number)
           where !newest.Employee.Left
           select ToPerson(newest.Employee);

    private static SyncDelta<Person> ToDelta(Revision revision) => revision.Employee switch
    {
        { Left: true, Number: var number } => SyncDelta.Delete<Person>(revision.Number, number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        var employee => SyncDelta.CreateOrUpdate(revision.Number, ToPerson(employee)),
    };

    private static Person ToPerson(Employee employee) => new(employee.Number, employee.Login, employee.Hired);
}
