using System.Data.Common;
using Sluice.TestKit;

namespace Sluice.Connectors.Sql.Tests;

/// <summary>What a database with a change log can be made to do.</summary>
internal class LogHarness(TestDatabase database) : SqlHarness(database, hasLog: true), ITrimsChangeLog, IWritesOutOfScope, IMovesOutOfScope, INumbersChanges
{
    private int _noise;

    public override ContractDeclarations Declarations => base.Declarations
        .NotApplicable(SyncLawIds.Slc918ClockMayGoBack, "Changes are numbered; no clock has a part in it.");

    public async ValueTask TrimAsync(CancellationToken cancellation) => await Database.ExecuteAsync(SqlSetup.TrimStatement(Database.Provider, Classes()[0], DateTimeOffset.MaxValue));

    public async ValueTask WriteOutOfScopeAsync(ObjectClass objectClass, int count, CancellationToken cancellation) =>
        await Database.ExecuteAsync([.. Enumerable.Range(0, count).Select(_ => $"INSERT INTO noise (id) VALUES ({++_noise})")]);

    public async ValueTask MoveOutOfScopeAsync(ObjectClass objectClass, Uid uid, CancellationToken cancellation)
    {
        var table = NativeTable.Of(objectClass, HasLog);
        await using var connection = await Database.OpenAsync();
        await TestDatabase.ExecuteAsync(connection, $"UPDATE {table.Name} SET hidden = {Truth(true)} WHERE {table.Key} = @uid", ("@uid", uid.Value));
    }

    public async ValueTask NumberFromAsync(long next, CancellationToken cancellation) => await Database.ExecuteAsync(IsSqlite
        ? $"UPDATE sqlite_sequence SET seq = {next - 1} WHERE name = 'sluice_change'"
        : $"ALTER TABLE sluice_change ALTER COLUMN sequence RESTART WITH {next}");
}

/// <summary>SQLite: one writer at a time, and columns that hold what they were not declared for.</summary>
internal sealed class SqliteLogHarness(TestDatabase database) : LogHarness(database), ICorruptsRecords
{
    public override ContractDeclarations Declarations => base.Declarations
        .NotApplicable(SyncLawIds.Slc907LateCommit, "SQLite has one writer at a time: numbers follow the order of commits.");

    public ValueTask CorruptAsync(ObjectClass objectClass, Uid uid, CancellationToken cancellation) => SqliteDamage.CorruptAsync(Database, NativeTable.Of(objectClass, HasLog), uid);

    public ValueTask MendAsync(CancellationToken cancellation) => SqliteDamage.MendAsync(Database);
}

internal sealed class PostgreSqlLogHarness(TestDatabase database) : LogHarness(database), IHoldsTransactions
{
    public async ValueTask<IHeldWrite> HoldCreateAsync(ObjectDraft draft, CancellationToken cancellation) => await HeldWrite.BeginAsync(this, await Database.OpenAsync(), draft);
}

/// <summary>What a table with a changed column and a tombstone can be made to do.</summary>
internal class ColumnHarness(TestDatabase database) : SqlHarness(database, hasLog: false)
{
    public override ContractDeclarations Declarations => base.Declarations
        .NotApplicable(SyncLawIds.Slc918ClockMayGoBack, "Changes are numbered; no clock has a part in it.")
        .NotApplicable(SyncLawIds.Slc214ExpiredToken, "The table itself is the source of changes; it forgets none.")
        .NotApplicable(SyncLawIds.Slc908IrrelevantChangesMove, "The table itself is the source of changes; it lists nothing but its own rows.");
}

internal sealed class SqliteColumnHarness(TestDatabase database) : ColumnHarness(database), ICorruptsRecords
{
    public override ContractDeclarations Declarations => base.Declarations
        .NotApplicable(SyncLawIds.Slc907LateCommit, "SQLite has one writer at a time: numbers follow the order of commits.");

    public ValueTask CorruptAsync(ObjectClass objectClass, Uid uid, CancellationToken cancellation) => SqliteDamage.CorruptAsync(Database, NativeTable.Of(objectClass, HasLog), uid);

    public ValueTask MendAsync(CancellationToken cancellation) => SqliteDamage.MendAsync(Database);
}

internal sealed class PostgreSqlColumnHarness(TestDatabase database) : ColumnHarness(database), IHoldsTransactions
{
    public async ValueTask<IHeldWrite> HoldCreateAsync(ObjectDraft draft, CancellationToken cancellation) => await HeldWrite.BeginAsync(this, await Database.OpenAsync(), draft);
}

/// <summary>A transaction that is really open.</summary>
internal sealed class HeldWrite(DbConnection connection, DbTransaction transaction, Uid uid) : IHeldWrite
{
    public Uid Uid => uid;

    public static async Task<IHeldWrite> BeginAsync(SqlHarness harness, DbConnection connection, ObjectDraft draft)
    {
        var transaction = await connection.BeginTransactionAsync();
        return new HeldWrite(connection, transaction, await harness.InsertAsync(connection, draft));
    }

    public async ValueTask CommitAsync(CancellationToken cancellation) => await transaction.CommitAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}

/// <summary>A text where bytes are declared: SQLite takes it, a reader cannot.</summary>
internal static class SqliteDamage
{
    public static async ValueTask CorruptAsync(TestDatabase database, NativeTable table, Uid uid)
    {
        await using var connection = await database.OpenAsync();
        await TestDatabase.ExecuteAsync(connection, $"UPDATE {table.Name} SET mail = x'00ff' WHERE {table.Key} = @uid", ("@uid", uid.Value));
    }

    public static async ValueTask MendAsync(TestDatabase database)
    {
        foreach (var table in NativeTable.All(hasLog: true))
            await database.ExecuteAsync($"UPDATE {table.Name} SET mail = 'mended' WHERE typeof(mail) = 'blob'");
    }
}
