using System.Diagnostics;

namespace Sluice;

/// <summary>
/// One change of one object of an annotated type, with the token after which a later sync goes on. Made by the factories of
/// <see cref="SyncDelta"/>; the default value has no type and is refused (SLC404).
/// </summary>
/// <typeparam name="T">The annotated type.</typeparam>
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct SyncDelta<T>
    where T : class
{
    private readonly SyncToken _token;

    // Of a delete the uid, otherwise the uid before the change: a delete has no other, and an object tells its own. Deltas are copied on their
    // way, so each field costs.
    private readonly string? _uid;

    private SyncDelta(in SyncToken token, SyncDeltaType type, T? @object, string? uid)
    {
        _token = token;
        _uid = uid;
        Object = @object;
        Type = type;
    }

    /// <summary>A sync after this token delivers everything that follows this delta's token group.</summary>
    public SyncToken Token => _token;

    /// <summary>What happened.</summary>
    public SyncDeltaType Type { get; }

    /// <summary>The object after the change; null for a delete.</summary>
    public T? Object { get; }

    /// <summary>The object's uid after the change.</summary>
    public Uid Uid => DeletedUid is { } deleted ? new Uid(deleted) : Object is IMappedObject mapped ? mapped.Uid : default;

    /// <summary>The uid before the change, where the change renamed the object; otherwise null.</summary>
    public Uid? PreviousUid => PreviousUidText is { } previous ? new Uid(previous) : default(Uid?);

    /// <summary>Type, class, uid and token; no attribute value.</summary>
    public override string ToString() => $"{Type} {typeof(T).Name} {(Uid.IsDefault ? "?" : Uid.Value)} @ {_token}";

    internal string? PreviousUidText => Type == SyncDeltaType.Delete ? null : _uid;

    internal string? DeletedUid => Type == SyncDeltaType.Delete ? _uid : null;

    internal ref readonly SyncToken TokenReference => ref System.Runtime.CompilerServices.Unsafe.AsRef(in _token);

    internal static SyncDelta<T> Upsert(in SyncToken token, SyncDeltaType type, T @object, Uid? previousUid)
    {
        ArgumentNullException.ThrowIfNull(@object);
        return new(SyncDelta.Given(token), type, @object, previousUid?.Value);
    }

    internal static SyncDelta<T> Deleted(in SyncToken token, Uid uid) => new(SyncDelta.Given(token), SyncDeltaType.Delete, null, uid.Value);
}
