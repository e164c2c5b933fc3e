using System.Runtime.CompilerServices;
using Npgsql;

namespace Sluice.Connectors.Sql.Tests;

/// <summary>
/// How such a connector is written at first: <c>where changed > @token order by changed</c>, a time stamp as the token. It compiles, it runs, it
/// passes a quick look.
/// </summary>
[Connector("naive", DisplayName = "Naive SQL connector")]
internal sealed partial class NaiveConnector(SqlConfiguration configuration)
{
    [ObjectClassSource]
    public static IReadOnlyList<ObjectClassInfo> Describe() => [.. NativeTable.All(hasLog: false).Select(table => new ObjectClassInfo(
        ObjectClass.Of(table.ObjectClass),
        [new(AttributeNames.Name, AttributeType.String), .. table.Columns(isSqlite: false).Select(one => new ObjectAttributeInfo(one.Attribute, one.Type, one.Column == "tags" ? AttributeTraits.MultiValued : AttributeTraits.None))]))];

    [LatestSyncToken]
    public async Task<long?> LatestAsync(ObjectClass objectClass, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(configuration.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand($"SELECT max(stamp) FROM {NativeTable.Of(objectClass, hasLog: false).Name}", connection);
        return await command.ExecuteScalarAsync(cancellation) as long?;
    }

    [Sync]
    public async IAsyncEnumerable<SyncDelta> SyncAsync(ObjectClass objectClass, long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var table = NativeTable.Of(objectClass, hasLog: false);
        var columns = table.Columns(isSqlite: false).ToArray();
        await using var connection = new NpgsqlConnection(configuration.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand($"SELECT stamp, {table.Key}, {table.NameColumn}, {string.Join(", ", columns.Select(one => one.Column))} FROM {table.Name} WHERE NOT hidden AND stamp > @after ORDER BY stamp", connection);
        command.Parameters.AddWithValue("after", after ?? 0);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            var builder = ConnectorObject.Build(objectClass, rows.GetString(1), rows.GetString(2));
            for (var i = 0; i < columns.Length; i++)
                builder.Set(columns[i].Attribute, NativeTable.Value(await rows.IsDBNullAsync(i + 3, cancellation) ? null : rows.GetValue(i + 3), columns[i].Type));
            yield return SyncDelta.CreateOrUpdate(rows.GetInt64(0), builder.Build());
        }
    }
}
