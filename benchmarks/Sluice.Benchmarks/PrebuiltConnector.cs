namespace Sluice.Benchmarks;

/// <summary>A source whose deltas are ready before the run: what remains is the cost of the facade.</summary>
[Connector("prebuilt")]
public sealed partial class PrebuiltConnector(PrebuiltDeltas deltas)
{
    [LatestSyncToken<Person>]
    public long? Latest() => deltas.Typed.Length;

    [Sync<Person>(TokenGranularity.PerDelta)]
    public IEnumerable<SyncDelta<Person>> Sync(long? after)
    {
        for (var i = after ?? 0; i < deltas.Typed.Length; i++)
            yield return deltas.Typed[i];
    }

    [LatestSyncToken("device")]
    public long? LatestDevice() => deltas.Untyped.Length;

    [Sync("device", Granularity = TokenGranularity.PerDelta)]
    public IEnumerable<SyncDelta> SyncDevices(long? after)
    {
        for (var i = after ?? 0; i < deltas.Untyped.Length; i++)
            yield return deltas.Untyped[i];
    }
}

/// <summary>The deltas, and a provider that gives them to the connector.</summary>
public sealed class PrebuiltDeltas : IServiceProvider
{
    public PrebuiltDeltas(int count)
    {
        Typed = new SyncDelta<Person>[count];
        Untyped = new SyncDelta[count];
        var device = ObjectClass.Of("device");
        for (var i = 0; i < count; i++)
        {
            // A ring of objects: the figures are about deltas, not about the memory that a million objects take.
            Typed[i] = SyncDelta.CreateOrUpdate(i + 1L, i < 1024 ? Person.Number(i) : Typed[i - 1024].Object!);
            Untyped[i] = i < 1024
                ? SyncDelta.CreateOrUpdate(i + 1L, ConnectorObject.Build(device, $"d{i}", $"device{i}").Set("owner", $"p{i}").Build())
                : SyncDelta.CreateOrUpdate(i + 1L, Untyped[i - 1024].Object!);
        }
    }

    public SyncDelta<Person>[] Typed { get; }

    public SyncDelta[] Untyped { get; }

    public object? GetService(Type serviceType) => serviceType == typeof(PrebuiltDeltas) ? this : null;
}
