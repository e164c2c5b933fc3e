using Sluice;

namespace Quickstart;

/// <summary>
/// The same system in the handler shape, as connectors are written that come from other frameworks: the method calls the handler,
/// minds its answer, and reports its final token where it has delivered everything.
/// </summary>
[Connector("hr-handler", DisplayName = "HR database, handler shape")]
public sealed partial class HrHandlerConnector(HrConfiguration configuration)
{
    private readonly HrDatabase _hr = new(configuration.DataSource, configuration.PageSize);

    [TestConnection]
    public ValueTask TestAsync(CancellationToken cancellation) => _hr.TestAsync(cancellation);

    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestPersonAsync(CancellationToken cancellation) => _hr.People.LatestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async Task SyncPeopleAsync(long? after, IAsyncSyncTokenResultsHandler<Person> handler, CancellationToken cancellation)
    {
        var position = after;
        await foreach (var change in _hr.People.ChangesAsync(after, cancellation))
        {
            if (!await handler.HandleAsync(change.ToDelta(), cancellation))
                return; // stopped: no token result, it would skip what was not delivered (SLC202)
            position = change.Sequence;
        }

        if (position is { } end)
            handler.HandleResult(end);
    }

    [Search<Person>]
    public IAsyncEnumerable<Person> SearchPeopleAsync(Filter? filter, CancellationToken cancellation) => _hr.People.SearchAsync(filter, cancellation);

    [LatestSyncToken<Team>]
    public ValueTask<long?> LatestTeamAsync(CancellationToken cancellation) => _hr.Teams.LatestAsync(cancellation);

    [Sync<Team>(TokenGranularity.PerDelta)]
    public async Task SyncTeamsAsync(long? after, IAsyncSyncTokenResultsHandler<Team> handler, CancellationToken cancellation)
    {
        var position = after;
        await foreach (var change in _hr.Teams.ChangesAsync(after, cancellation))
        {
            if (!await handler.HandleAsync(change.ToDelta(), cancellation))
                return;
            position = change.Sequence;
        }

        if (position is { } end)
            handler.HandleResult(end);
    }

    [Search<Team>]
    public IAsyncEnumerable<Team> SearchTeamsAsync(Filter? filter, CancellationToken cancellation) => _hr.Teams.SearchAsync(filter, cancellation);
}
