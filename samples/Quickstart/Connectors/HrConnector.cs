using System.Runtime.CompilerServices;
using Sluice;

namespace Quickstart;

/// <summary>The HR database, with everything that it can do. Its syncs are iterators, the shape to prefer.</summary>
[Connector("hr", DisplayName = "HR database")]
public sealed partial class HrConnector(HrConfiguration configuration)
{
    private readonly HrDatabase _hr = new(configuration.DataSource, configuration.PageSize);

    [TestConnection]
    public ValueTask TestAsync(CancellationToken cancellation) => _hr.TestAsync(cancellation);

    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestPersonAsync(CancellationToken cancellation) => _hr.People.LatestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncPeopleAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var change in _hr.People.ChangesAsync(after, cancellation))
            yield return change.ToDelta();
    }

    [Search<Person>]
    public IAsyncEnumerable<Person> SearchPeopleAsync(Filter? filter, CancellationToken cancellation) => _hr.People.SearchAsync(filter, cancellation);

    [Get<Person>]
    public ValueTask<Person?> GetPersonAsync(string uid, CancellationToken cancellation) => _hr.People.GetAsync(uid, cancellation);

    [Create<Person>]
    public ValueTask<string> HireAsync(Person person, CancellationToken cancellation) => _hr.People.CreateAsync(person, cancellation);

    [Update<Person>]
    public ValueTask ChangePersonAsync(string uid, ObjectPatch patch, CancellationToken cancellation) => _hr.People.UpdateAsync(uid, patch, cancellation);

    [Delete<Person>]
    public ValueTask RemovePersonAsync(string uid, CancellationToken cancellation) => _hr.People.DeleteAsync(uid, cancellation);

    [LatestSyncToken<Team>]
    public ValueTask<long?> LatestTeamAsync(CancellationToken cancellation) => _hr.Teams.LatestAsync(cancellation);

    [Sync<Team>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Team>> SyncTeamsAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var change in _hr.Teams.ChangesAsync(after, cancellation))
            yield return change.ToDelta();
    }

    [Search<Team>]
    public IAsyncEnumerable<Team> SearchTeamsAsync(Filter? filter, CancellationToken cancellation) => _hr.Teams.SearchAsync(filter, cancellation);

    [Get<Team>]
    public ValueTask<Team?> GetTeamAsync(string uid, CancellationToken cancellation) => _hr.Teams.GetAsync(uid, cancellation);

    [Create<Team>]
    public ValueTask<string> FoundTeamAsync(Team team, CancellationToken cancellation) => _hr.Teams.CreateAsync(team, cancellation);

    [Update<Team>]
    public ValueTask ChangeTeamAsync(string uid, ObjectPatch patch, CancellationToken cancellation) => _hr.Teams.UpdateAsync(uid, patch, cancellation);

    [Delete<Team>]
    public ValueTask DissolveTeamAsync(string uid, CancellationToken cancellation) => _hr.Teams.DeleteAsync(uid, cancellation);
}
