namespace Sluice;

/// <summary>What a typed iterator yields where the position also moves without a delta: a delta, or a checkpoint.</summary>
/// <typeparam name="T">The annotated type.</typeparam>
public readonly struct SyncEvent<T>
    where T : class
{
    private readonly SyncDelta<T> _delta;
    private readonly SyncToken _checkpoint;

    private SyncEvent(in SyncDelta<T> delta, in SyncToken checkpoint)
    {
        _delta = delta;
        _checkpoint = checkpoint;
    }

    /// <summary>Whether this is a checkpoint.</summary>
    public bool IsCheckpoint => !_checkpoint.IsDefault;

    /// <summary>The delta; the default value for a checkpoint.</summary>
    public SyncDelta<T> Delta => _delta;

    /// <summary>The delta without a copy.</summary>
    internal ref readonly SyncDelta<T> DeltaReference => ref System.Runtime.CompilerServices.Unsafe.AsRef(in _delta);

    /// <summary>The checkpoint's token.</summary>
    internal SyncToken Token => _checkpoint;

    /// <summary>Makes an event of a delta.</summary>
    /// <param name="delta">The delta.</param>
    public static implicit operator SyncEvent<T>(in SyncDelta<T> delta) => new(delta, default);

    /// <summary>Makes an event of a checkpoint.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    public static implicit operator SyncEvent<T>(SyncCheckpoint checkpoint) => new(default, checkpoint.Token);
}
