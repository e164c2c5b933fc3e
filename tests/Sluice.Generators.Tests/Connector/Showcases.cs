namespace Sluice.Generators.Tests.Connector;

/// <summary>The connectors that the snapshots show.</summary>
internal static class Showcases
{
    public const string Hr = """
        namespace Demo;

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
                    yield return token == 2 ? SyncDelta.Delete<Person>(token, "2") : SyncDelta.CreateOrUpdate(token, new Person($"{token}", $"login{token}"));
            }

            [Search<Person>]
            public async IAsyncEnumerable<Person> SearchAsync(Filter? filter, [EnumeratorCancellation] CancellationToken cancellation)
            {
                await Task.Yield();
                yield return new("1", "login1");
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

    /// <summary>What the first one does not show: synchronous shapes, an own token type, object classes known at run time only, no configuration.</summary>
    public const string Tables = """
        namespace Demo;

        public readonly record struct Lsn(long Number) : ISyncTokenCodec<Lsn>, IComparable<Lsn>
        {
            public static string Encode(Lsn value) => value.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            public static Lsn Decode(string text) => new(long.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
            public int CompareTo(Lsn other) => Number.CompareTo(other.Number);
        }

        public partial class Outer
        {
            [Connector("tables", Description = "Tables of a database")]
            internal sealed partial class TableConnector(TimeProvider clock, IServiceProvider? services = null)
            {
                [ObjectClassSource]
                public async Task<IReadOnlyList<ObjectClassInfo>> ClassesAsync()
                {
                    await Task.Yield();
                    return [new(ObjectClass.Of("orders"), [new(AttributeNames.Name, AttributeType.String, AttributeTraits.Required)])];
                }

                [LatestSyncToken] public Lsn? Latest(ObjectClass objectClass) => new Lsn(clock.GetUtcNow().Ticks + (services is null ? 0 : 1));
                [Sync] public IEnumerable<SyncEvent> Sync(ObjectClass objectClass, Lsn? after) => [];
                [Search(NativeFilter = true)] public IEnumerable<ConnectorObject> Search(ObjectClass objectClass, Filter? filter) => [];
                [Get] public ConnectorObject? Get(ObjectClass objectClass, Uid uid) => null;

                [LatestSyncToken<Person>] public Task<string?> LatestPerson() => Task.FromResult<string?>(null);
                [Sync<Person>] public SyncPage<Person> People(string? after, int pageSize) => new([], "1", false);
                [Search<Person>] public ValueTask<SearchPage<Person>> Find(Filter? filter, OperationOptions options) => default;
                [Authenticate<Person>] public static Task<Uid> Authenticate(string userName, GuardedString password) => throw new InvalidCredentialException("no");
            }
        }
        """;
}
