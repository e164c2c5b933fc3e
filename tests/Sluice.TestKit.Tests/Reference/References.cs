namespace Sluice.TestKit.Tests;

/// <summary>A correct connector and the system behind it.</summary>
/// <param name="Name">Its style.</param>
/// <param name="Create">A harness around a fresh system.</param>
internal sealed record Reference(string Name, Func<IConnectorHarness> Create)
{
    public override string ToString() => Name;
}

/// <summary>The correct connectors, in every style.</summary>
internal static class References
{
    public static IReadOnlyList<Reference> All { get; } =
    [
        new("by hand, a token for each delta, deletes by log", () => new MemoryLogHarness(new(), source => new LogFacade(source))),
        new("by hand, a token for each transaction", () => new MemoryLogHarness(new(), source => new CommitFacade(source))),
        new("iterator, typed, a token for each delta, composite tokens", () => new MemoryLogHarness(new(), LogConnector.Open) { Typed = LogConnector.TypedFaceOf }),
        new("synchronous handler, typed, a token for each delta", () => new MemoryLogHarness(new(), LogHandlerConnector.Open) { Typed = LogHandlerConnector.TypedFaceOf }),
        new("pages, typed, batch-precise", () => new MemoryLogHarness(new(), CommitPageConnector.Open) { Typed = CommitPageConnector.TypedFaceOf }),
        new("synchronous iterator, untyped, at least once, deletes by tombstone", () => new MemoryHarness(new(), StampConnector.Open, StampConnector.Declarations)),
        new("handler, untyped, batch-precise, deletes by diff", () => new MemoryHarness(new() { Versions = [] }, DiffConnector.Open, DiffConnector.Declarations)),
        new("synchronous iterator, untyped, at least once, times in seconds", () => new MemoryHarness(new() { Resolution = TimeSpan.FromSeconds(1) }, StampConnector.Open, StampConnector.Declarations)),
        new("synchronous iterator, untyped, at least once, no checkpoint at the end", () => new MemoryHarness(new(), StampConnector.OpenWithoutEnd, StampConnector.DeclarationsWithoutEnd)),
        new("by hand, uids that the system chooses", () => new MemoryLogHarness(new() { AssignsUids = true }, source => new LogFacade(source))),
        new("by hand, nothing to change but names", () => new MemoryLogHarness(new() { IgnoresSameWrites = true }, source => new NamesOnlyFacade(source))),
        new("by hand, tries again where the connection breaks", () => new MemoryLogHarness(new(), source => new RetryFacade(source))),
        new("by hand, all classes at once only", () => new MemoryLogHarness(new(), source => new AllOnlyFacade(source))),
        new("SQLite, iterator, typed, a number for each delta, deletes by tombstone", () => new SqliteHarness()),
    ];
}
