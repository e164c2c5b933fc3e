using Sluice.TestKit;

namespace Sluice.Connectors.Sql.Tests;

/// <summary>The same tables with what most tables have: a time stamp that a trigger sets.</summary>
internal sealed class NaiveHarness(TestDatabase database) : SqlHarness(database, hasLog: false), IHoldsTransactions
{
    public async ValueTask<IHeldWrite> HoldCreateAsync(ObjectDraft draft, CancellationToken cancellation) => await HeldWrite.BeginAsync(this, await Database.OpenAsync(), draft);

    private protected override IConnectorFacade Facade(SqlConfiguration configuration) => NaiveConnector.CreateFacade(configuration);

    private protected override async Task MakeAsync(TestDatabase database)
    {
        await base.MakeAsync(database);
        await database.ExecuteAsync("CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.stamp := (extract(epoch FROM now()) * 1000)::bigint; RETURN NEW; END'");
        foreach (var table in NativeTable.All(hasLog: false))
        {
            await database.ExecuteAsync(
                $"ALTER TABLE {table.Name} ADD COLUMN stamp bigint",
                $"CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON {table.Name} FOR EACH ROW EXECUTE FUNCTION stamp()");
        }
    }
}
