using Sluice.TestKit;

namespace Sluice.Connectors.Sql.Tests;

/// <summary>The connector against the sync laws, with each source of changes in each database.</summary>
[TestFixtureSource(nameof(Variants))]
public sealed class SqlContractTests(SqlProvider provider, bool hasLog)
{
    private static readonly ObjectClass[] Classes = [ObjectClass.Account, ObjectClass.Group, ObjectClass.All];

    private ContractRunner _runner = null!;

    /// <summary>Each takes minutes: by day each database meets one of the two, at night (<c>SLUICE_NIGHTLY=1</c>) both.</summary>
    public static IEnumerable<object[]> Variants => Environment.GetEnvironmentVariable("SLUICE_NIGHTLY") == "1"
        ? [[SqlProvider.Sqlite, true], [SqlProvider.PostgreSql, false], [SqlProvider.Sqlite, false], [SqlProvider.PostgreSql, true]]
        : [[SqlProvider.Sqlite, true], [SqlProvider.PostgreSql, false]];

    public static IEnumerable<TestCaseData> Laws =>
        from law in ContractRunner.LawIds
        from objectClass in Classes
        where ContractRunner.Concerns(law, objectClass)
        select new TestCaseData(law, objectClass.Name).SetArgDisplayNames($"{law} {ContractRunner.NameOf(law)}", objectClass.Name).SetCategory(law);

    [OneTimeSetUp]
    public void MakeRunner() => _runner = new(
        async _ =>
        {
            var database = await TestDatabase.CreateAsync(provider);
            SqlHarness harness = (provider, hasLog) switch
            {
                (SqlProvider.Sqlite, true) => new SqliteLogHarness(database),
                (SqlProvider.Sqlite, false) => new SqliteColumnHarness(database),
                (_, true) => new PostgreSqlLogHarness(database),
                _ => new PostgreSqlColumnHarness(database),
            };
            return await harness.SetUpAsync();
        },
        ContractSettings.FromEnvironment() is var settings && settings.Profile == ContractProfile.Standard
            ? settings with { Budget = TimeSpan.FromSeconds(5), Stories = 20, StepLimit = TimeSpan.FromSeconds(60), LawLimit = TimeSpan.FromMinutes(5) }
            : settings);

    [TestCaseSource(nameof(Laws))]
    public async Task The_law_holds(string law, string objectClass)
    {
        var finding = await _runner.ProveAsync(law, ObjectClass.Of(objectClass));

        if (finding.Verdict == LawVerdict.NotProven)
            Assert.Inconclusive(finding.Reason);
        Assert.That(finding.Verdict, Is.Not.EqualTo(LawVerdict.Broken), $"{finding.Reason}\n{finding.Story}\nseed {finding.Seed}");
    }
}
