namespace Sluice.Runtime;

/// <summary>Collects deltas up to a limit, and beyond it only to the end of the token group.</summary>
internal sealed class DeltaBatch<T>(TokenGranularity granularity) : ISyncHandler<T>
    where T : class
{
    private const int Limit = 256;

    public List<SyncDelta<T>> Deltas { get; } = [];

    public void Clear() => Deltas.Clear();

    public SyncAnswer Handle(in SyncDelta<T> delta)
    {
        if (Deltas.Count >= Limit && granularity != TokenGranularity.PerDelta && delta.Token != Deltas[^1].Token)
            return SyncAnswer.RejectAndStop;
        Deltas.Add(delta);
        return Deltas.Count >= Limit && granularity == TokenGranularity.PerDelta ? SyncAnswer.AcceptAndStop : SyncAnswer.Continue;
    }
}
