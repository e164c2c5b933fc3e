namespace Sluice.Runtime;

/// <summary>Collects deltas up to a limit, and beyond it only to the end of the token group.</summary>
internal sealed class UntypedDeltaBatch(TokenGranularity granularity) : ISyncHandler
{
    private const int Limit = 256;

    public List<SyncDelta> Deltas { get; } = [];

    public void Clear() => Deltas.Clear();

    public SyncAnswer Handle(SyncDelta delta)
    {
        if (Deltas.Count >= Limit && granularity != TokenGranularity.PerDelta && delta.Token != Deltas[^1].Token)
            return SyncAnswer.RejectAndStop;
        Deltas.Add(delta);
        return Deltas.Count >= Limit && granularity == TokenGranularity.PerDelta ? SyncAnswer.AcceptAndStop : SyncAnswer.Continue;
    }
}
