using Sluice;

namespace Quickstart;

/// <summary>The same system in the page shape: the method returns one page, the generated loop turns them.</summary>
[Connector("hr-page", DisplayName = "HR database, page shape")]
public sealed partial class HrPageConnector(HrConfiguration configuration)
{
    private readonly HrDatabase _hr = new(configuration.DataSource, configuration.PageSize);

    [TestConnection]
    public ValueTask TestAsync(CancellationToken cancellation) => _hr.TestAsync(cancellation);

    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestPersonAsync(CancellationToken cancellation) => _hr.People.LatestAsync(cancellation);

    [Sync<Person>]
    public ValueTask<SyncPage<Person>> SyncPeopleAsync(long? after, int pageSize, CancellationToken cancellation) => PageAsync(_hr.People, after, pageSize, cancellation);

    [Search<Person>]
    public IAsyncEnumerable<Person> SearchPeopleAsync(Filter? filter, CancellationToken cancellation) => _hr.People.SearchAsync(filter, cancellation);

    [LatestSyncToken<Team>]
    public ValueTask<long?> LatestTeamAsync(CancellationToken cancellation) => _hr.Teams.LatestAsync(cancellation);

    [Sync<Team>]
    public ValueTask<SyncPage<Team>> SyncTeamsAsync(long? after, int pageSize, CancellationToken cancellation) => PageAsync(_hr.Teams, after, pageSize, cancellation);

    [Search<Team>]
    public IAsyncEnumerable<Team> SearchTeamsAsync(Filter? filter, CancellationToken cancellation) => _hr.Teams.SearchAsync(filter, cancellation);

    private static async ValueTask<SyncPage<T>> PageAsync<T>(HrTable<T> table, long? after, int pageSize, CancellationToken cancellation)
        where T : class
    {
        var changes = await table.ChangePageAsync(after, pageSize, cancellation);
        return new([.. changes.Select(change => change.ToDelta())], next: changes is [.., var last] ? last.Sequence : after, hasMore: changes.Count == pageSize);
    }
}
