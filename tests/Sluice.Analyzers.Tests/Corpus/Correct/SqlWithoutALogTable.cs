using System.Data.Common;
using System.Globalization;
using Sluice;

namespace Corpus.SqlWithoutALogTable;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

/// <summary>The log table may not be there yet.</summary>
[Connector("sql-without-a-log-table")]
public sealed partial class SqlConnector(DbDataSource database) : IAsyncDisposable
{
    [LatestSyncToken<Person>]
    public async ValueTask<long?> LatestAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await NewestAsync(connection, cancellation);
    }

    [Sync<Person>]
    public async ValueTask SyncAsync(long? after, IAsyncSyncTokenResultsHandler<Person> handler, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        if (!await HasLogAsync(connection, cancellation))
            return;
        var newest = await NewestAsync(connection, cancellation);
        if (newest is null)
            return;
        await using var command = connection.CreateCommand();
        command.CommandText = "select number, id, login from log where number > @after and number <= @newest order by number";
        Add(command, "after", after ?? 0);
        Add(command, "newest", newest.Value);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var number = reader.GetInt64(0);
            var id = reader.GetString(1);
            var login = await reader.IsDBNullAsync(2, cancellation) ? null : reader.GetString(2);
            if (!await handler.HandleAsync(login is null ? SyncDelta.Delete<Person>(number, id) : SyncDelta.CreateOrUpdate(number, new Person(id, login)), cancellation))
                return;
        }

        handler.HandleResult(newest.Value);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    private static async ValueTask<bool> HasLogAsync(DbConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from sqlite_master where name = 'log'";
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture) > 0;
    }

    private static async ValueTask<long?> NewestAsync(DbConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "select max(number) from log";
        return await command.ExecuteScalarAsync(cancellation) as long?;
    }
}
