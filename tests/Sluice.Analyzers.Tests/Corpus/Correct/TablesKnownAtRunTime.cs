using System.Data.Common;
using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.TablesKnownAtRunTime;

public sealed record Table(string Name, string Key, IReadOnlyList<string> Columns);

public interface ICatalogue
{
    ValueTask<IReadOnlyList<Table>> TablesAsync(CancellationToken cancellation);

    DbCommand SelectChanges(DbConnection connection, Table table, long after);
}

/// <summary>Every table of a schema is an object class; which ones there are is known only when somebody asks.</summary>
[Connector("corpus-tables-at-run-time")]
public sealed partial class TableConnector(DbDataSource database, ICatalogue catalogue)
{
    [ObjectClassSource]
    public async ValueTask<IReadOnlyList<ObjectClassInfo>> DescribeAsync(CancellationToken cancellation)
    {
        var tables = await catalogue.TablesAsync(cancellation);
        return [.. tables.Select(table => new ObjectClassInfo(
            ObjectClass.Of(table.Name),
            [.. table.Columns.Select(column => new ObjectAttributeInfo(column, AttributeType.String))]))];
    }

    [LatestSyncToken]
    public async ValueTask<long?> LatestAsync(ObjectClass objectClass, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select max(version) from change where table_name = @table");
        var parameter = command.CreateParameter();
        parameter.ParameterName = "table";
        parameter.Value = objectClass.Name;
        command.Parameters.Add(parameter);
        return await command.ExecuteScalarAsync(cancellation) as long?;
    }

    [Sync(Granularity = TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta> SyncAsync(ObjectClass objectClass, long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var table = (await catalogue.TablesAsync(cancellation)).FirstOrDefault(table => table.Name == objectClass.Name)
            ?? throw new ConnectorException($"There is no table {objectClass.Name} any more.") { ObjectClass = objectClass };
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var command = catalogue.SelectChanges(connection, table, after ?? 0);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var version = reader.GetInt64(0);
            var key = reader.GetString(1);
            if (reader.GetBoolean(2))
            {
                yield return SyncDelta.Delete(version, objectClass, key);
                continue;
            }

            var row = ConnectorObject.Build(objectClass, key, key);
            for (var i = 3; i < reader.FieldCount; i++)
            {
                if (!await reader.IsDBNullAsync(i, cancellation))
                    row = row.Set(reader.GetName(i), reader.GetString(i));
            }

            yield return SyncDelta.CreateOrUpdate(version, row.Build());
        }
    }
}
