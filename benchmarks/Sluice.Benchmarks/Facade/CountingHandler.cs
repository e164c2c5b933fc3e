namespace Sluice.Benchmarks;

/// <summary>The cheapest consumer that does anything: it counts and keeps the last object, in every form that a consumer can have.</summary>
public sealed class CountingHandler : ISyncHandler, ISyncHandler<Person>, IAsyncSyncHandler, IAsyncSyncHandler<Person>
{
    public long Seen { get; private set; }

    public object? Last { get; private set; }

    public SyncAnswer Handle(SyncDelta delta)
    {
        Seen++;
        Last = delta.Object;
        return SyncAnswer.Continue;
    }

    public SyncAnswer Handle(in SyncDelta<Person> delta)
    {
        Seen++;
        Last = delta.Object;
        return SyncAnswer.Continue;
    }

    public ValueTask<SyncAnswer> HandleAsync(SyncDelta delta, CancellationToken cancellation) => new(Handle(delta));

    public ValueTask<SyncAnswer> HandleAsync(SyncDelta<Person> delta, CancellationToken cancellation) => new(Handle(delta));
}
