namespace Sluice.Generators.Tests.Connector;

/// <summary>The connectors that the snapshots show.</summary>
internal static class Showcases
{
    public const string Objects = """
        [ObjectClass(ObjectClasses.Account)]
        public sealed partial record Person([Uid] string Id, [Name] string Login, string? Mail, [Enabled] bool Enabled);

        [ObjectClass(ObjectClasses.Group)]
        public sealed partial record Team([Uid] string Id, [Name] string Title);

        [ConnectorConfiguration]
        public sealed partial class HrConfiguration
        {
            [ConfigurationProperty(Order = 1)]
            public string DataSource { get; set; } = "hr.db";
        }

        """;

    public const string Hr = ConnectorProject.Usings + """

        namespace Demo;

        """ + Objects + """
        [Connector("hr", DisplayName = "HR database")]
        public sealed partial class HrConnector(HrConfiguration configuration, ILogger<HrConnector> logger) : IAsyncDisposable
        {
            [LatestSyncToken<Person>]
            public ValueTask<long> LatestAsync(CancellationToken cancellation)
            {
                logger.LogDebug("{Source}", configuration.DataSource);
                return new(3);
            }

            [Sync<Person>(TokenGranularity.PerDelta)]
            public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
            {
                await Task.Yield();
                for (var token = (after ?? 0) + 1; token <= 3; token++)
                    yield return token == 2 ? SyncDelta.Delete<Person>(token, "2") : SyncDelta.CreateOrUpdate(token, new Person($"{token}", $"login{token}", null, true));
            }

            [Search<Person>]
            public async IAsyncEnumerable<Person> SearchAsync(Filter? filter, [EnumeratorCancellation] CancellationToken cancellation)
            {
                await Task.Yield();
                yield return new("1", "login1", null, true);
            }

            [Create<Person>]
            public ValueTask<string> CreateAsync(Person person, CancellationToken cancellation) => new(person.Login);

            [Update<Person>]
            public ValueTask UpdateAsync(string uid, ObjectPatch patch, CancellationToken cancellation) => default;

            [Delete<Person>]
            public ValueTask DeleteAsync(string uid, CancellationToken cancellation) => default;

            [LatestSyncToken<Team>]
            public long? LatestTeam() => null;

            [Sync<Team>]
            public void SyncTeams(long? after, ISyncTokenResultsHandler<Team> handler, OperationOptions options)
            {
                if (handler.Handle(SyncDelta.Create(7L, new Team("7", "Seven"))))
                    handler.HandleResult(9L);
            }

            [LatestSyncToken("device", "printer")]
            public SyncToken? LatestThing(ObjectClass objectClass) => null;

            [Sync("device", "printer")]
            public Task<SyncPage> SyncThings(ObjectClass objectClass, SyncToken? after, int pageSize, CancellationToken cancellation)
                => Task.FromResult(new SyncPage([SyncDelta.Delete(1L, objectClass, "1")], 1L, false));

            [TestConnection]
            public ValueTask PingAsync(CancellationToken cancellation) => default;

            public ValueTask DisposeAsync() => default;
        }
        """;
}
