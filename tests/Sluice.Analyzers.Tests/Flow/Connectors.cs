using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Flow;

/// <summary>Puts members of a connector into a file that compiles.</summary>
internal static class Connectors
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using Sluice;


        """;

    /// <summary>What the connectors of the tests read from.</summary>
    private const string Source = """
        public sealed class Person { }
        public sealed record Change(long Number, string Uid, Person? After)
        {
            public SyncDelta<Person> Delta => After is null ? SyncDelta.Delete<Person>(Number, Uid) : SyncDelta.Update(Number, After);
        }
        public sealed record Page(IReadOnlyList<Change> Changes, long Next, bool HasMore);
        public sealed class Reader : IDisposable, IAsyncDisposable
        {
            public bool Read() => throw null!;
            public ValueTask<bool> ReadAsync(CancellationToken cancellation = default) => throw null!;
            public Change Current => throw null!;
            public void Dispose() { }
            public ValueTask DisposeAsync() => default;
        }
        public sealed class Feed
        {
            public long Latest() => throw null!;
            public long? LatestOrNull() => throw null!;
            public ValueTask<long> LatestAsync(CancellationToken cancellation = default) => throw null!;
            public IEnumerable<Change> After(long? token) => throw null!;
            public IReadOnlyList<Change> ListAfter(long? token) => throw null!;
            public IAsyncEnumerable<Change> StreamAfter(long? token) => throw null!;
            public Page PageAfter(long? token) => throw null!;
            public Page? PageOrNull(long? token) => throw null!;
            public Task<Page> PageAfterAsync(long? token, CancellationToken cancellation = default) => throw null!;
            public Reader Open(long? token) => throw null!;
            public void Log(string text) { }
            public void Acknowledge(long token) { }
        }
        """;

    /// <summary>A connector with a feed, and a sync of these parameters and this body, between braces or after an arrow.</summary>
    public static Sources Sync(string body, string parameters = "long? after, ISyncTokenResultsHandler<Person> handler", string result = "void", string members = "")
        => Of($$"""
                [Sync<Person>]
                public {{result}} Sync({{parameters}})
            {{body}}
            {{members}}
            """);

    /// <summary>An asynchronous one.</summary>
    public static Sources Async(string body, string parameters = "long? after, IAsyncSyncTokenResultsHandler<Person> handler, CancellationToken cancellation", string members = "")
        => Sync(body, parameters, "async ValueTask", members);

    /// <summary>A connector with these members.</summary>
    public static Sources Of(string members) =>
    [
        ("Connector.cs", Usings + $$"""
            [Connector("hr")]
            public sealed partial class Hr
            {
                private readonly Feed _feed = new();

            {{members}}
            }

            """),
        ("Feed.cs", Usings + Source),
    ];
}
