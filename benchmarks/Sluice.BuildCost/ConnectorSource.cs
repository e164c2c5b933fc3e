using System.Globalization;

namespace Sluice.BuildCost;

/// <summary>Connectors of all shapes, each with its object class and its configuration.</summary>
internal static class ConnectorSource
{
    /// <summary>The file of one connector.</summary>
    public static string Of(int number) => string.Create(CultureInfo.InvariantCulture, $$"""
        using System.ComponentModel.DataAnnotations;
        using System.Runtime.CompilerServices;
        using Sluice;

        namespace Many.Connector{{number}};

        [ObjectClass(ObjectClasses.Account)]
        public sealed partial record Person([Uid] Guid Id, [Name] string Login, string? Mail, IReadOnlyList<string> Roles, DateOnly? Hired, [Enabled] bool Active);

        [ConnectorConfiguration]
        public sealed partial class Configuration
        {
            [ConfigurationProperty(Order = 1), Required]
            public string Address { get; set; } = "";

            [ConfigurationProperty(Order = 2), Range(1, 1000)]
            public int PageSize { get; set; } = 100;

            [ConfigurationProperty(Order = 3)]
            public GuardedString? Password { get; set; }
        }

        public sealed record Change(long Number, Guid Id, Person? After);

        public interface IChangeLog
        {
            ValueTask<long?> NewestAsync(string address, CancellationToken cancellation);

            IAsyncEnumerable<Change> ReadAsync(string address, long? after, int count, CancellationToken cancellation);

            IEnumerable<Change> Read(string address, long? after);

            IAsyncEnumerable<Person> ListAsync(CancellationToken cancellation);
        }

        [Connector("many-{{number}}")]
        public sealed partial class PeopleConnector(Configuration configuration, IChangeLog log)
        {
            [TestConnection]
            public async Task TestAsync(CancellationToken cancellation) => await log.NewestAsync(configuration.Address, cancellation).ConfigureAwait(false);

            [LatestSyncToken<Person>]
            public ValueTask<long?> LatestAsync(CancellationToken cancellation) => log.NewestAsync(configuration.Address, cancellation);

        {{Syncs[number % Syncs.Length]}}

            [Search<Person>]
            public IAsyncEnumerable<Person> SearchAsync(Filter? filter, CancellationToken cancellation) => log.ListAsync(cancellation);

            private static SyncDelta<Person> ToDelta(Change change)
                => change.After is null ? SyncDelta.Delete<Person>(change.Number, change.Id.ToString()) : SyncDelta.CreateOrUpdate(change.Number, change.After);
        }

        """);

    private static readonly string[] Syncs =
    [
        """
            [Sync<Person>(TokenGranularity.PerDelta)]
            public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
            {
                await foreach (var change in log.ReadAsync(configuration.Address, after, configuration.PageSize, cancellation))
                    yield return ToDelta(change);
            }
        """,
        """
            [Sync<Person>(TokenGranularity.PerDelta)]
            public async ValueTask<SyncPage<Person>> SyncAsync(long? after, int pageSize, CancellationToken cancellation)
            {
                var deltas = new List<SyncDelta<Person>>();
                var last = after;
                await foreach (var change in log.ReadAsync(configuration.Address, after, pageSize, cancellation))
                {
                    deltas.Add(ToDelta(change));
                    last = change.Number;
                }

                return new SyncPage<Person>(deltas, last is { } next ? (SyncToken)next : default(SyncToken?), hasMore: deltas.Count == pageSize);
            }
        """,
        """
            [Sync<Person>(TokenGranularity.PerDelta)]
            public async Task SyncAsync(long? after, IAsyncSyncTokenResultsHandler<Person> handler, CancellationToken cancellation)
            {
                var newest = await log.NewestAsync(configuration.Address, cancellation).ConfigureAwait(false);
                var count = configuration.PageSize;
                await foreach (var change in log.ReadAsync(configuration.Address, after, count, cancellation).ConfigureAwait(false))
                {
                    if (change.After is { Active: false })
                        continue;
                    if (!await handler.HandleAsync(ToDelta(change), cancellation).ConfigureAwait(false))
                        return;
                }

                if (newest is { } reached)
                    handler.HandleResult(reached);
                else if (after is not null)
                    handler.HandleResult(after.Value);
            }
        """,
        """
            [Sync<Person>(TokenGranularity.PerDelta)]
            public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
            {
                var accepted = after;
                foreach (var change in log.Read(configuration.Address, after))
                {
                    if (!handler.Handle(ToDelta(change)))
                        break;
                    accepted = change.Number;
                }

                if (accepted is { } token)
                    handler.HandleResult(token);
            }
        """,
    ];
}
