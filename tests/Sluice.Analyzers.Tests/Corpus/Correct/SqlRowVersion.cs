using System.Data.Common;
using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.SqlRowVersion;

[ObjectClass("device")]
public sealed partial class Device
{
    [Uid, Name]
    public required string SerialNumber { get; init; }

    public string? Room { get; init; }
}

/// <summary>Row versions are given when a transaction begins to write: only what lies below the oldest open one is complete.</summary>
[Connector("corpus-sql-row-version")]
public sealed partial class InventoryConnector(DbDataSource database)
{
    [LatestSyncToken<Device>]
    public async ValueTask<long?> LatestAsync(CancellationToken cancellation) => await ReadBoundAsync(cancellation);

    [Sync<Device>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncEvent<Device>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var bound = await ReadBoundAsync(cancellation);
        await using var command = database.CreateCommand(
            "select serial_number, room, deleted, version from device where version > @after and version <= @bound order by version");
        Bind(command, "after", after ?? 0L);
        Bind(command, "bound", bound);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var version = reader.GetInt64(3);
            if (reader.GetBoolean(2))
            {
                yield return SyncDelta.Delete<Device>(version, reader.GetString(0));
            }
            else
            {
                yield return SyncDelta.CreateOrUpdate(version, new Device { SerialNumber = reader.GetString(0), Room = reader[1] as string });
            }
        }

        // Nothing below the bound can change any more, so an idle table does not hold the position back.
        if (bound > (after ?? 0))
            yield return SyncEvent.Checkpoint(bound);
    }

    private async Task<long> ReadBoundAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select oldest_open_version() - 1");
        return (long)(await command.ExecuteScalarAsync(cancellation) ?? 0L);
    }

    private static void Bind(DbCommand command, string name, long value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
