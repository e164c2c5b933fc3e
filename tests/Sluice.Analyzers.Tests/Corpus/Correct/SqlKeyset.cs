using System.Data.Common;
using System.Globalization;
using Sluice;

namespace Corpus.SqlKeyset;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] long Id, [Name] string Login, IReadOnlyList<string> Roles);

/// <summary>Many rows share one time stamp, so the key is a part of the position.</summary>
public readonly record struct Keyset(DateTimeOffset Changed, long Id) : ISyncTokenCodec<Keyset>, IComparable<Keyset>
{
    public static string Encode(Keyset value)
        => string.Create(CultureInfo.InvariantCulture, $"{value.Changed.UtcTicks}/{value.Id}");

    public static Keyset Decode(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0
            ? new(new DateTimeOffset(long.Parse(text.AsSpan(0, slash), CultureInfo.InvariantCulture), TimeSpan.Zero), long.Parse(text.AsSpan(slash + 1), CultureInfo.InvariantCulture))
            : throw new FormatException("A keyset reads ticks/id.");
    }

    public int CompareTo(Keyset other)
    {
        var order = Changed.CompareTo(other.Changed);
        return order == 0 ? Id.CompareTo(other.Id) : order;
    }
}

[Connector("corpus-sql-keyset")]
public sealed partial class CrmConnector(DbDataSource database)
{
    private const string Select = """
        select id, login, roles, changed, deleted from person
        where (changed, id) > (@changed, @id)
        order by changed, id
        limit @limit
        """;

    [LatestSyncToken<Person>]
    public async Task<Keyset?> LatestAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select changed, id from person order by changed desc, id desc limit 1");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? new Keyset(reader.GetFieldValue<DateTimeOffset>(0), reader.GetInt64(1)) : null;
    }

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async Task<SyncPage<Person>> SyncAsync(Keyset? after, int pageSize, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Select);
        command.Parameters.Add(Parameter(command, "changed", after?.Changed ?? DateTimeOffset.UnixEpoch));
        command.Parameters.Add(Parameter(command, "id", after?.Id ?? 0));
        command.Parameters.Add(Parameter(command, "limit", pageSize));

        var deltas = new List<SyncDelta<Person>>();
        var last = after;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var id = reader.GetInt64(0);
            last = new Keyset(reader.GetFieldValue<DateTimeOffset>(3), id);
            var token = SyncToken.From(last.Value);
            deltas.Add(reader.GetBoolean(4)
                ? SyncDelta.Delete<Person>(token, id.ToString(CultureInfo.InvariantCulture))
                : SyncDelta.CreateOrUpdate(token, new Person(id, reader.GetString(1), reader.GetString(2).Split(','))));
        }

        return new SyncPage<Person>(deltas, last is { } reached ? SyncToken.From(reached) : default(SyncToken?), hasMore: deltas.Count == pageSize);
    }

    private static DbParameter Parameter(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        return parameter;
    }
}
