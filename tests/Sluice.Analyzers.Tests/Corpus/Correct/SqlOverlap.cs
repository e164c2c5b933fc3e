using System.Data.Common;
using Sluice;

namespace Corpus.SqlOverlap;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

/// <summary>Timestamps only: the instant of the position is read again, and the connector says so.</summary>
[Connector("sql-overlap")]
public sealed partial class OverlapConnector(DbDataSource source)
{
    [LatestSyncToken<Person>]
    public async ValueTask<DateTimeOffset?> LatestAsync(CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("SELECT max(modified) FROM person");
        return await command.ExecuteScalarAsync(cancellation) is DateTimeOffset newest ? newest : null;
    }

    [Sync<Person>(TokenGranularity.AtLeastOnce)]
    public async ValueTask SyncAsync(DateTimeOffset? after, IAsyncSyncTokenResultsHandler<Person> handler, CancellationToken cancellation)
    {
        var newest = await LatestAsync(cancellation);
        await using var command = source.CreateCommand("SELECT modified, id, login FROM person WHERE modified >= @after ORDER BY modified");
        var parameter = command.CreateParameter();
        parameter.ParameterName = "after";
        parameter.Value = after ?? DateTimeOffset.MinValue;
        command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var person = new Person(reader.GetString(1), reader.GetString(2));
            if (!await handler.HandleAsync(SyncDelta.CreateOrUpdate(reader.GetFieldValue<DateTimeOffset>(0), person), cancellation))
                return;
        }

        if (newest is { } position)
            handler.HandleResult(position);
    }
}
