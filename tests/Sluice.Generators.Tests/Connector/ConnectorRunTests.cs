namespace Sluice.Generators.Tests.Connector;

public sealed class ConnectorRunTests
{
    [Test]
    public async Task TheShowcaseRuns() => Assert.That(await ConnectorProject.Execute(Showcases.Hr, """
        using Demo;

        public static class Scenario
        {
            public static async Task<string> Run()
            {
                var seen = new List<string>();
                await using var facade = HrConnector.CreateFacade(new HrConfiguration());
                await facade.TestConnectionAsync();
                foreach (var objectClass in facade.ObjectClasses)
                {
                    var run = new SyncRun(objectClass, SyncPosition.Beginning);
                    await facade.SyncAsync(run, SyncHandler.FromAsync((delta, _) =>
                    {
                        seen.Add($"{delta.ObjectClass} {delta.Type} {delta.Uid}");
                        return new(SyncAnswer.Continue);
                    }));
                    seen.Add($"{run.Position} latest {await facade.GetLatestSyncTokenAsync(objectClass)}");
                }

                seen.Add($"{await facade.Person.CreateAsync(new Person("x", "created"))}");
                return string.Join("\n", seen);
            }
        }
        """), Is.EqualTo("""
            __ACCOUNT__ CreateOrUpdate 1
            __ACCOUNT__ Delete 2
            __ACCOUNT__ CreateOrUpdate 3
            after:int64:3 latest after:int64:3
            __GROUP__ Create 7
            after:int64:9 latest beginning
            device Delete 1
            after:int64:1 latest beginning
            printer Delete 1
            after:int64:1 latest beginning
            created
            """));

    [Test]
    public async Task ObjectClassesKnownAtRunTimeAreServed() => Assert.That(await ConnectorProject.Execute(Showcases.Tables, """
        using Demo;

        public static class Scenario
        {
            public static async Task<string> Run()
            {
                var services = new ServiceCollection();
                services.AddOuterTableConnector();
                services.AddSingleton<TimeProvider>(new Fixed());
                await using var provider = services.BuildServiceProvider();
                var facade = provider.GetRequiredKeyedService<IConnectorFacade>("tables");
                var schema = await facade.GetSchemaAsync();
                return string.Join("\n",
                    $"{string.Join(", ", facade.ObjectClasses)}: {facade.Supports(ObjectClass.Of("orders"))}",
                    $"{facade.Supports(ObjectClass.Account)}",
                    $"{schema.Find(ObjectClass.Of("orders"))?.ObjectClass} {await facade.GetLatestSyncTokenAsync(ObjectClass.Of("orders"))}",
                    $"{Consumer.ConnectorCatalog.All.Single().Info}");
            }

            private sealed class Fixed : TimeProvider
            {
                public override DateTimeOffset GetUtcNow() => new(41, TimeSpan.Zero);
            }
        }
        """), Is.EqualTo("""
            __ACCOUNT__, orders: Sync, SynchronousSync, LatestSyncToken, Search, Get
            Sync, SynchronousSync, LatestSyncToken, Search, SearchPage, Get, Authenticate
            orders after:text:42
            ConnectorInfo { Name = tables, DisplayName = tables, Description = Tables of a database }
            """));

    [Test]
    public async Task PagesStrungTogetherAreASearch() => Assert.That(await ConnectorProject.Execute("""
        [Connector("paged")]
        public sealed partial class PagedConnector
        {
            [Search<Person>]
            public SearchPage<Person> Search(Filter? filter, OperationOptions options) => options.PagingCookie switch
            {
                null => new([new("1", "one"), new("2", "two")], "second"),
                "second" => new([new("3", "three")], "third"),
                _ => new([], null),
            };
        }
        """, """
        public static class Scenario
        {
            public static async Task<string> Run()
            {
                await using var facade = PagedConnector.CreateFacade();
                var seen = new List<string>();
                await foreach (var found in facade.SearchAsync(ObjectClass.Account))
                    seen.Add(found.Uid.Value);
                seen.Add((await facade.GetAsync(ObjectClass.Account, "3"))!.Name.Value);
                return string.Join(" ", seen);
            }
        }
        """), Is.EqualTo("1 2 3 three"));
}
