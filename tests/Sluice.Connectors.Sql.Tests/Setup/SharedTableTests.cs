namespace Sluice.Connectors.Sql.Tests;

/// <summary>Several classes of one table share its triggers.</summary>
[TestFixture(SqlProvider.Sqlite)]
[TestFixture(SqlProvider.PostgreSql)]
public sealed class SharedTableTests(SqlProvider provider)
{
    [TestCase("Class=b; Table=person; Key=login", "Key")]
    [TestCase("Class=b; Table=person; Key=id; Log=other", "Log")]
    [TestCase("Class=b; Table=adult; LogSource=person; Key='id,login'", "Key")]
    [TestCase("Class=b; Table=person; Key=id; Changed=changed", "Changed", SqlProvider.Sqlite)]
    [TestCase("Class=b; Table=Person; Key=id", "spelling", SqlProvider.Sqlite)]
    [TestCase("Class=b; Schema=main; Table=person; Key=login", "Key", SqlProvider.Sqlite)]
    public void Classes_that_need_other_triggers_are_refused(string second, string told, SqlProvider? only = null)
    {
        Assume.That(only ?? provider, Is.EqualTo(provider), "there the triggers stand beside each other");
        var configuration = Configuration("Class=a; Table=person; Key=id", second);

        Assert.That(SqlConnector.CreateFacade(configuration).ValidateConfiguration().Select(error => error.Message), Is.EqualTo(new[] { Refusal(configuration) }));
        Assert.That(Refusal(configuration), Does.Contain(told).And.Contain("'person'"));
    }

    [Test]
    public void Classes_with_other_changed_columns_of_one_table_are_refused() =>
        Assert.That(Refusal(Configuration("Class=a; Table=person; Key=id; Changed=x", "Class=b; Table=person; Key=id; Changed=y")), Does.Contain("Changed"));

    [TestCase("Class=b; Table=person; Key=id; Name=login; Columns=mail")]
    [TestCase("Class=b; Table=adult; LogSource=person; Key=id")]
    [TestCase("Class=b; Table=other; Key=login; Log=other")]
    [TestCase("Class=b; Table=person; Key=login; Changed=stamp; LosesLateCommits=true")]
    public void Classes_that_share_the_triggers_are_not(string second)
    {
        var configuration = Configuration("Class=a; Table=person; Key=id", second);

        Assert.That(SqlConnector.CreateFacade(configuration).ValidateConfiguration(), Is.Empty);
        Assert.That(SqlSetup.Statements(configuration), Is.Not.Empty);
    }

    [Test]
    public async Task The_script_of_a_changed_configuration_replaces_the_triggers()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.SetUpPeopleAsync(People.Class());
        await using var facade = SqlConnector.CreateFacade(await database.SetUpAsync(new SqlClass { Class = ObjectClasses.Account, Table = "person", Key = ["login"] }));
        var start = (await Recorded.RunAsync(facade, SyncPosition.Beginning)).Position;
        await database.AddAsync("a");

        Assert.That((await Recorded.RunAsync(facade, start)).Told, Is.EqualTo("login-a"));
    }

    private static string Refusal(SqlConfiguration configuration) => Assert.Throws<FormatException>(() => SqlSetup.Statements(configuration))!.Message;

    private SqlConfiguration Configuration(params string[] classes) => new() { Provider = provider, ConnectionString = "Host=x", Classes = classes };
}
