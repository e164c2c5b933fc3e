using System.Data.Common;
using Sluice;

namespace Corpus.HandlerReportsLastAccepted;

[ObjectClass(ObjectClasses.Group)]
public sealed partial record Team([Uid] string Id, [Name] string Title);

/// <summary>After a stop the token of the last accepted delta is reported, never a newer one.</summary>
[Connector("corpus-handler-last-accepted")]
public sealed partial class TeamConnector(DbDataSource database)
{
    [LatestSyncToken<Team>]
    public async ValueTask<long?> LatestAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select max(change) from team_log");
        return await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false) is long newest ? newest : null;
    }

    [Sync<Team>(TokenGranularity.PerDelta)]
    public async ValueTask SyncAsync(long? after, IAsyncSyncTokenResultsHandler<Team> handler, CancellationToken cancellation)
    {
        long? accepted = null;
        var command = database.CreateCommand("select change, id, title from team_log where change > @after order by change");
        await using (command.ConfigureAwait(false))
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "after";
            parameter.Value = after ?? 0;
            command.Parameters.Add(parameter);

            var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                {
                    var change = reader.GetInt64(0);
                    var delta = await reader.IsDBNullAsync(2, cancellation).ConfigureAwait(false)
                        ? SyncDelta.Delete<Team>(change, reader.GetString(1))
                        : SyncDelta.CreateOrUpdate(change, new Team(reader.GetString(1), reader.GetString(2)));
                    if (!await handler.HandleAsync(delta, cancellation).ConfigureAwait(false))
                        break;
                    accepted = change;
                }
            }
        }

        var reached = accepted ?? after;
        if (reached is { } token)
            handler.HandleResult(token);
    }
}
