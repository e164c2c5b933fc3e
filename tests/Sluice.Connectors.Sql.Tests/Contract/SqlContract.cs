using Sluice.TestKit;

namespace Sluice.Connectors.Sql.Tests;

/// <summary>The connector keeps the sync laws, with each source of changes in each database.</summary>
[TestFixture(SqlProvider.Sqlite, "log")]
[TestFixture(SqlProvider.Sqlite, "column")]
[TestFixture(SqlProvider.PostgreSql, "log")]
[TestFixture(SqlProvider.PostgreSql, "column")]
public sealed class SqlContract(SqlProvider provider, string changes) : ConnectorContract
{
    private readonly PreparedDatabase _prepared = new(provider, database => SqlHarness.MakeAsync(database, hasLog: changes == "log"));

    public static IEnumerable<ObjectClass> ObjectClasses => [ObjectClass.Account, ObjectClass.Group];

    protected override IReadOnlyList<HostProfile> SafeFor => HostProfile.All;

    /// <summary>A database behind a socket, on a machine that does other work too: the limits are only for what hangs.</summary>
    protected override ContractSettings Settings => base.Settings is { Profile: ContractProfile.Standard } settings
        ? settings with { Budget = TimeSpan.FromSeconds(5), Stories = 40, StepLimit = TimeSpan.FromSeconds(60), LawLimit = TimeSpan.FromMinutes(5) }
        : base.Settings;

    [OneTimeTearDown]
    public async Task DropPrepared() => await _prepared.DisposeAsync();

    protected override async Task<IConnectorHarness> CreateAsync(CancellationToken cancellation) => (provider, changes) switch
    {
        (SqlProvider.Sqlite, "log") => new SqliteLogHarness(await _prepared.CreateAsync()),
        (SqlProvider.Sqlite, _) => new SqliteColumnHarness(await _prepared.CreateAsync()),
        (_, "log") => new PostgreSqlLogHarness(await _prepared.CreateAsync()),
        _ => new PostgreSqlColumnHarness(await _prepared.CreateAsync()),
    };
}
