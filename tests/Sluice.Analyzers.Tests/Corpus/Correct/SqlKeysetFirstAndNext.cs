using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.SqlKeysetFirstAndNext;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

/// <summary>A position in two columns: when a row was changed, and which of those of that instant it is.</summary>
public readonly record struct RowPosition(DateTimeOffset ChangedAt, long Id) : ISyncTokenCodec<RowPosition>, IComparable<RowPosition>
{
    public static string Encode(RowPosition value) => string.Create(CultureInfo.InvariantCulture, $"{value.ChangedAt:O}/{value.Id}");

    public static RowPosition Decode(string text) => text.Split('/') is [var time, var id]
        ? new(DateTimeOffset.ParseExact(time, "O", CultureInfo.InvariantCulture), long.Parse(id, CultureInfo.InvariantCulture))
        : throw new FormatException($"'{text}' is no position: it reads time/id.");

    public int CompareTo(RowPosition other) => (ChangedAt, Id).CompareTo((other.ChangedAt, other.Id));
}

/// <summary>Reads a table by its change time and id, so that rows of one instant are told apart.</summary>
[Connector("sql-keyset")]
public sealed partial class SqlConnector(DbDataSource source)
{
    private const string First = "SELECT changed_at, id, login FROM person ORDER BY changed_at, id";

    private const string Next = """
        SELECT changed_at, id, login FROM person
        WHERE changed_at > @time OR (changed_at = @time AND id > @id)
        ORDER BY changed_at, id
        """;

    [LatestSyncToken<Person>]
    public async ValueTask<RowPosition?> LatestAsync(CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("SELECT changed_at, id FROM person ORDER BY changed_at DESC, id DESC LIMIT 1");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? Position(reader) : null;
    }

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(RowPosition? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(after is null ? First : Next);
        if (after is { } position)
        {
            Add(command, "time", position.ChangedAt);
            Add(command, "id", position.Id);
        }

        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var id = reader.GetInt64(1).ToString(CultureInfo.InvariantCulture);
            yield return SyncDelta.CreateOrUpdate(SyncToken.From(Position(reader)), new Person(id, reader.GetString(2)));
        }
    }

    private static RowPosition Position(DbDataReader reader) => new(reader.GetFieldValue<DateTimeOffset>(0), reader.GetInt64(1));

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
