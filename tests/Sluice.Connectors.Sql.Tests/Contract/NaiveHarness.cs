using Sluice.TestKit;

namespace Sluice.Connectors.Sql.Tests;

/// <summary>
/// The same tables with what most tables have: a time stamp that a trigger sets. The clock behind it is the test's: a transaction is a millisecond
/// later than the one that began before it, so that whether two share one does not depend on the machine.
/// </summary>
internal sealed class NaiveHarness(TestDatabase database) : SqlHarness(database, hasLog: false), IHoldsTransactions, IControlsClock
{
    private const string Running = "1700000000000 + pg_current_xact_id()::text::bigint";

    public static async Task MakeAsync(TestDatabase database)
    {
        await MakeAsync(database, hasLog: false);
        await database.ExecuteAsync(
            "CREATE TABLE clock (frozen bigint, shift bigint NOT NULL)",
            "INSERT INTO clock VALUES (NULL, 0)",
            $"CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.stamp := (SELECT coalesce(frozen, {Running}) + shift FROM clock); RETURN NEW; END'");
        foreach (var table in NativeTable.All(hasLog: false))
        {
            await database.ExecuteAsync(
                $"ALTER TABLE {table.Name} ADD COLUMN stamp bigint",
                $"CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON {table.Name} FOR EACH ROW EXECUTE FUNCTION stamp()");
        }
    }

    public async ValueTask<IHeldWrite> HoldCreateAsync(ObjectDraft draft, CancellationToken cancellation) => await HeldWrite.BeginAsync(this, await Database.OpenAsync(), draft);

    public async ValueTask FreezeClockAsync(CancellationToken cancellation) => await Database.ExecuteAsync($"UPDATE clock SET frozen = {Running}");

    public async ValueTask ShiftClockAsync(TimeSpan by, CancellationToken cancellation) => await Database.ExecuteAsync($"UPDATE clock SET shift = shift + {(long)by.TotalMilliseconds}");

    public async ValueTask ReleaseClockAsync(CancellationToken cancellation) => await Database.ExecuteAsync("UPDATE clock SET frozen = NULL");

    private protected override IConnectorFacade Facade(SqlConfiguration configuration) => NaiveConnector.CreateFacade(configuration);

    private protected override Task MakeAnotherAsync(TestDatabase other) => MakeAsync(other);
}
