using Sluice;

namespace Corpus.BaseReaderOfTables;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

[ObjectClass(ObjectClasses.Group)]
public sealed partial record Team([Uid] string Id, [Name] string Title);

public interface IRow
{
    long Number { get; }
}

public sealed record PersonRow(long Number, string Id, string? Login) : IRow;

public sealed record TeamRow(long Number, string Id, string? Title) : IRow;

public abstract class TableReader<TRow, TObject>
    where TRow : IRow
    where TObject : class
{
    protected abstract long? Newest { get; }

    protected abstract IEnumerable<TRow> Read(long? after);

    protected abstract SyncDelta<TObject> Map(TRow row);

    public long? Latest() => Newest;

    public void Run(long? after, ISyncTokenResultsHandler<TObject> handler)
    {
        if (Newest is not { } newest)
            return;
        foreach (var row in Read(after))
        {
            if (!handler.Handle(Map(row)))
                return;
        }

        handler.HandleResult(newest);
    }
}

public abstract class People : TableReader<PersonRow, Person>
{
    protected override SyncDelta<Person> Map(PersonRow row)
        => row.Login is null ? SyncDelta.Delete<Person>(row.Number, row.Id) : SyncDelta.CreateOrUpdate(row.Number, new Person(row.Id, row.Login));
}

public abstract class Teams : TableReader<TeamRow, Team>
{
    protected override SyncDelta<Team> Map(TeamRow row)
        => row.Title is null ? SyncDelta.Delete<Team>(row.Number, row.Id) : SyncDelta.CreateOrUpdate(row.Number, new Team(row.Id, row.Title));
}

/// <summary>Two tables, read by one generic base class.</summary>
[Connector("base-reader-of-tables")]
public sealed partial class HrConnector(People people, Teams teams)
{
    [LatestSyncToken<Person>]
    public long? LatestPerson() => people.Latest();

    [LatestSyncToken<Team>]
    public long? LatestTeam() => teams.Latest();

    [Sync<Person>]
    public void SyncPeople(long? after, ISyncTokenResultsHandler<Person> handler) => people.Run(after, handler);

    [Sync<Team>]
    public void SyncTeams(long? after, ISyncTokenResultsHandler<Team> handler) => teams.Run(after, handler);
}
