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
    private readonly string? _uid;
    private readonly string? _previousUid;

    private SyncDelta(in SyncToken token, SyncDeltaType type, T? @object, string? uid, string? previousUid)
    {
        _token = token;
        _uid = uid;
        _previousUid = previousUid;
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
    public Uid Uid => _uid is not null ? new Uid(_uid) : Object is IMappedObject mapped ? mapped.Uid : default;

    /// <summary>The uid before the change, where the change renamed the object; otherwise null.</summary>
    public Uid? PreviousUid => _previousUid is null ? default(Uid?) : new Uid(_previousUid);

    /// <summary>Type, class, uid and token; no attribute value.</summary>
    public override string ToString() => $"{Type} {typeof(T).Name} {(Uid.IsDefault ? "?" : Uid.Value)} @ {_token}";

    internal string? PreviousUidText => _previousUid;

    internal string? DeletedUid => _uid;

    internal ref readonly SyncToken TokenReference => ref System.Runtime.CompilerServices.Unsafe.AsRef(in _token);

    internal static SyncDelta<T> Upsert(in SyncToken token, SyncDeltaType type, T @object, Uid? previousUid)
    {
        ArgumentNullException.ThrowIfNull(@object);
        return new(SyncDelta.Given(token), type, @object, null, previousUid?.Value);
    }

    internal static SyncDelta<T> Deleted(in SyncToken token, Uid uid) => new(SyncDelta.Given(token), SyncDeltaType.Delete, null, uid.Value, null);
}
