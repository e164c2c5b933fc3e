using System.Data.Common;
using Sluice.TestKit;

namespace Sluice.Connectors.Sql.Tests;

/// <summary>
/// The native side: people, known by an id, and teams, with a log known by their title (so that a rename changes the uid). The connector reads them
/// through views that hide what is out of scope, or from the tables themselves by a changed column.
/// </summary>
internal class SqlHarness : IConnectorHarness, IWritesTogether, ICountsOpenResources, ICountsReads, IBreaksConnection, IStallsReads, IWritesMany, IRestoresSource, IReplacesSource
{
    private readonly WatchedReads _watch;
    private string? _copy;
    private int _many;

    private protected SqlHarness(TestDatabase database, bool hasLog)
    {
        Database = database;
        HasLog = hasLog;
        _watch = new(database.Provider);
    }

    public virtual ContractDeclarations Declarations => ContractDeclarations.None;

    protected TestDatabase Database { get; }

    protected bool HasLog { get; }

    protected bool IsSqlite => Database.Provider == SqlProvider.Sqlite;

    /// <summary>Makes the tables, and what the connector needs to see their changes.</summary>
    public static async Task MakeAsync(TestDatabase database, bool hasLog)
    {
        foreach (var table in NativeTable.All(hasLog))
            await database.ExecuteAsync(table.Script(database.Provider == SqlProvider.Sqlite, hasLog));
        await database.ExecuteAsync([.. SqlSetup.Statements(database.Configure(Classes(database, hasLog)))]);
        if (hasLog)
        {
            // Another table with entries in the same log.
            await database.ExecuteAsync("CREATE TABLE noise (id integer PRIMARY KEY)");
            await database.ExecuteAsync([.. SqlSetup.Statements(database.Configure(new SqlClass { Class = "noise", Table = "noise", Key = ["id"] }))]);
        }
    }

    private protected virtual IConnectorFacade Facade(SqlConfiguration configuration) => SqlConnector.CreateFacade(configuration, services: _watch);

    public string SystemName => IsSqlite ? "SQLite " + SQLitePCL.raw.sqlite3_libversion().utf8_to_string() : PostgreSqlServer.Version;

    public ValueTask<IConnectorFacade> OpenAsync(CancellationToken cancellation) => new(Facade(Database.Configure(Classes())));

    public async ValueTask<Uid> CreateAsync(ObjectDraft draft, CancellationToken cancellation)
    {
        await using var connection = await Database.OpenAsync();
        return await InsertAsync(connection, draft);
    }

    public async ValueTask<Uid> ChangeAsync(Uid uid, ObjectDraft draft, CancellationToken cancellation)
    {
        var table = NativeTable.Of(draft.ObjectClass, HasLog);
        var attributes = table.Columns(IsSqlite).ToArray();
        var sets = attributes.Select((one, i) => $"{one.Column} = @a{i}");
        await using var connection = await Database.OpenAsync();
        await TestDatabase.ExecuteAsync(
            connection,
            $"UPDATE {table.Name} SET {string.Join(", ", sets)}, {table.NameColumn} = @name WHERE {table.Key} = @uid",
            [.. Values(draft, attributes), ("@name", draft.Name.Value), ("@uid", uid.Value)]);
        return table.Key == table.NameColumn ? new(draft.Name.Value) : uid;
    }

    public async ValueTask DeleteAsync(ObjectClass objectClass, Uid uid, CancellationToken cancellation)
    {
        var table = NativeTable.Of(objectClass, HasLog);
        await using var connection = await Database.OpenAsync();
        await TestDatabase.ExecuteAsync(
            connection,
            HasLog ? $"DELETE FROM {table.Name} WHERE {table.Key} = @uid" : $"UPDATE {table.Name} SET hidden = {Truth(true)} WHERE {table.Key} = @uid",
            ("@uid", uid.Value));
    }

    public async ValueTask<IReadOnlyList<ConnectorObject>> ReadAsync(ObjectClass objectClass, CancellationToken cancellation)
    {
        var table = NativeTable.Of(objectClass, HasLog);
        var attributes = table.Columns(IsSqlite).ToArray();
        var rows = await Database.QueryAsync($"SELECT {table.Key}, {table.NameColumn}, {string.Join(", ", attributes.Select(one => one.Column))} FROM {table.Name} WHERE hidden = {Truth(false)}");
        return [.. rows.Select(row =>
        {
            var builder = ConnectorObject.Build(objectClass, new Uid((string)row[0]!), new Name((string)row[1]!));
            for (var i = 0; i < attributes.Length; i++)
                builder.Set(attributes[i].Attribute, NativeTable.Value(row[i + 2], attributes[i].Type));
            return builder.Build();
        })];
    }

    public async ValueTask<IReadOnlyList<Uid>> CreateTogetherAsync(IReadOnlyList<ObjectDraft> drafts, CancellationToken cancellation)
    {
        await using var connection = await Database.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var uids = new List<Uid>();
        foreach (var draft in drafts)
            uids.Add(await InsertAsync(connection, draft));
        await transaction.CommitAsync(cancellation);
        return uids;
    }

    public ValueTask<int> CountOpenAsync(CancellationToken cancellation) => new(_watch.Open);

    public ValueTask<long> CountReadsAsync(CancellationToken cancellation) => new(_watch.Reads);

    public ValueTask BreakAfterAsync(int reads, CancellationToken cancellation)
    {
        _watch.BreakAfter(reads);
        return default;
    }

    public ValueTask HealAsync(CancellationToken cancellation) => BreakAfterAsync(-1, cancellation);

    public ValueTask<Task> StallAfterAsync(int reads, CancellationToken cancellation) => new(_watch.StallAfter(reads));

    public ValueTask ReleaseReadsAsync(CancellationToken cancellation)
    {
        _watch.Release();
        return default;
    }

    public async ValueTask WriteManyAsync(ObjectClass objectClass, int count, CancellationToken cancellation)
    {
        var table = NativeTable.Of(objectClass, HasLog);
        var columns = table.Key == table.NameColumn ? table.Key : $"{table.Key}, {table.NameColumn}";
        var (first, last) = (_many + 1, _many += count);
        var numbers = IsSqlite
            ? $"WITH RECURSIVE n(i) AS (SELECT {first} UNION ALL SELECT i + 1 FROM n WHERE i < {last}) INSERT INTO {table.Name} ({columns}) SELECT {{0}} FROM n"
            : $"INSERT INTO {table.Name} ({columns}) SELECT {{0}} FROM generate_series({first}, {last}) n(i)";
        var values = table.Key == table.NameColumn ? "'many' || i" : "'m' || i, 'many' || i";
        await Database.ExecuteAsync(numbers.Replace("{0}", values, StringComparison.Ordinal));
    }

    public async ValueTask BackUpAsync(CancellationToken cancellation) => _copy = await Database.CopyAsync();

    public async ValueTask RestoreAsync(CancellationToken cancellation)
    {
        await Database.RestoreAsync(_copy!);

        // A counter alone cannot tell; whoever restores a SQLite file gives it a new identity, as the documentation says.
        if (!HasLog && IsSqlite)
            await Database.ExecuteAsync(SqlSetup.NewIdentityStatement(SqlProvider.Sqlite, Classes()[0]));
    }

    public async ValueTask ReplaceAsync(CancellationToken cancellation)
    {
        var other = await TestDatabase.CreateAsync(Database.Provider);
        await MakeAnotherAsync(other);
        await using (var target = await other.OpenAsync())
        {
            foreach (var table in NativeTable.All(HasLog))
            {
                var columns = table.AllColumns(IsSqlite).ToArray();
                foreach (var row in await Database.QueryAsync($"SELECT {string.Join(", ", columns)} FROM {table.Name} ORDER BY {table.Key} DESC"))
                    await TestDatabase.ExecuteAsync(target, $"INSERT INTO {table.Name} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@v{i}"))})", [.. row.Select((value, i) => ($"@v{i}", value))]);
            }
        }

        await Database.RestoreAsync(await other.CopyAsync());
        await other.DisposeAsync();
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Database.DisposeAsync();
    }

    internal async Task<Uid> InsertAsync(DbConnection connection, ObjectDraft draft)
    {
        var table = NativeTable.Of(draft.ObjectClass, HasLog);
        var attributes = table.Columns(IsSqlite).ToArray();
        var uid = table.Key == table.NameColumn ? draft.Name.Value : draft.Key;
        var names = attributes.Select(one => one.Column).Append(table.Key).Concat(table.Key == table.NameColumn ? [] : [table.NameColumn]);
        var holes = attributes.Select((_, i) => $"@a{i}").Append("@uid").Concat(table.Key == table.NameColumn ? [] : ["@name"]);
        (string, object?)[] values = [.. Values(draft, attributes), ("@uid", uid), .. table.Key == table.NameColumn ? Array.Empty<(string, object?)>() : [("@name", draft.Name.Value)]];

        // Where a delete only hides a row, a re-creation shows it again.
        var again = HasLog ? "" : $" ON CONFLICT ({table.Key}) DO UPDATE SET hidden = {Truth(false)}, {table.NameColumn} = excluded.{table.NameColumn}, {string.Join(", ", attributes.Select(one => $"{one.Column} = excluded.{one.Column}"))}";
        await TestDatabase.ExecuteAsync(connection, $"INSERT INTO {table.Name} ({string.Join(", ", names)}) VALUES ({string.Join(", ", holes)}){again}", values);
        return new(uid);
    }

    private protected virtual Task MakeAnotherAsync(TestDatabase other) => MakeAsync(other, HasLog);

    private protected string Truth(bool value) => IsSqlite ? value ? "1" : "0" : value ? "true" : "false";

    private protected SqlClass[] Classes() => Classes(Database, HasLog);

    private static SqlClass[] Classes(TestDatabase database, bool hasLog) => [.. NativeTable.All(hasLog).Select(table => table.Class(hasLog, database.Provider == SqlProvider.Sqlite))];

    private IEnumerable<(string Name, object? Value)> Values(ObjectDraft draft, (string Column, string Attribute, AttributeType Type)[] attributes) =>
        attributes.Select((one, i) => ($"@a{i}", NativeTable.Parameter(draft[one.Attribute], IsSqlite)));
}
