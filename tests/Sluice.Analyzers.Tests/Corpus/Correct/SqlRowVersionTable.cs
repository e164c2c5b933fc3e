using System.Data.Common;
using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.SqlRowVersionTable;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

/// <summary>A row version that the database counts up, read in numbers; the table's name comes from the configuration, the value is a parameter.</summary>
[ConnectorConfiguration]
public sealed partial class TableConfiguration
{
    [ConfigurationProperty(Order = 1)]
    public string Table { get; set; } = "person";

    [ConfigurationProperty(Order = 2)]
    public GuardedString? Password { get; set; }
}

[Connector("sql-row-version")]
public sealed partial class RowVersionConnector(TableConfiguration configuration, DbProviderFactory factory)
{
    private readonly string _query = $"SELECT version, id, login, is_deleted FROM {configuration.Table} WHERE version > @version ORDER BY version";

    [LatestSyncToken<Person>]
    public async ValueTask<long?> LatestAsync(CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT max(version) FROM {configuration.Table}";
        return await command.ExecuteScalarAsync(cancellation) as long?;
    }

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = _query;
        var parameter = command.CreateParameter();
        parameter.ParameterName = "version";
        parameter.Value = after ?? 0L;
        command.Parameters.Add(parameter);

        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var version = reader.GetInt64(0);
            yield return reader.GetBoolean(3)
                ? SyncDelta.Delete<Person>(version, reader.GetString(1))
                : SyncDelta.CreateOrUpdate(version, new Person(reader.GetString(1), reader.GetString(2)));
        }
    }

    private async Task<DbConnection> OpenAsync(CancellationToken cancellation)
    {
        var connection = factory.CreateConnection() ?? throw new ConnectionFailedException($"No connection to {configuration.Table} can be made.");
        var password = configuration.Password?.Access(static characters => new string(characters)) ?? "";
        connection.ConnectionString = $"Database=hr;Password={password}";
        await connection.OpenAsync(cancellation);
        return connection;
    }
}
