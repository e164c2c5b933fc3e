using System.Diagnostics;
using System.Text.Json.Serialization;

namespace Sluice;

/// <summary>
/// One change of one object, with the token after which a later sync goes on. Made by factories only: a delete cannot carry a
/// previous uid, a create cannot lack its object, and the uid is the object's own.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
[JsonConverter(typeof(ConnectorJsonConverter))]
public sealed class SyncDelta
{
    private readonly SyncToken _token;
    private readonly ObjectClass? _objectClass;
    private readonly string? _uid;
    private readonly string? _previousUid;

    internal SyncDelta(in SyncToken token, SyncDeltaType type, ConnectorObject? @object, ObjectClass? objectClass, string? uid, string? previousUid)
    {
        _token = token;
        Type = type;
        Object = @object;
        _objectClass = objectClass;
        _uid = uid;
        _previousUid = previousUid;
    }

    /// <summary>A sync after this token delivers everything that follows this delta's token group.</summary>
    public SyncToken Token => _token;

    /// <summary>What happened.</summary>
    public SyncDeltaType Type { get; }

    /// <summary>The object after the change; null for a delete.</summary>
    public ConnectorObject? Object { get; }

    /// <summary>The object's class; a delete names it too (SLC106).</summary>
    public ObjectClass ObjectClass => _objectClass ?? Object!.ObjectClass;

    /// <summary>The object's uid after the change.</summary>
    public Uid Uid => Object is { } changed ? changed.Uid : new Uid(_uid!);

    /// <summary>The uid before the change, where the change renamed the object; otherwise null.</summary>
    public Uid? PreviousUid => _previousUid is null ? default(Uid?) : new Uid(_previousUid);

    /// <summary>An object was created.</summary>
    /// <param name="token">The token after this change.</param>
    /// <param name="object">The object.</param>
    public static SyncDelta Create(in SyncToken token, ConnectorObject @object) => Upsert(token, SyncDeltaType.Create, @object, null);

    /// <summary>An object was changed.</summary>
    /// <param name="token">The token after this change.</param>
    /// <param name="object">The object after the change.</param>
    /// <param name="previousUid">The uid before the change, where it was another one.</param>
    public static SyncDelta Update(in SyncToken token, ConnectorObject @object, Uid? previousUid = null) => Upsert(token, SyncDeltaType.Update, @object, previousUid);

    /// <summary>An object was created or changed.</summary>
    /// <param name="token">The token after this change.</param>
    /// <param name="object">The object after the change.</param>
    /// <param name="previousUid">The uid before the change, where it was another one.</param>
    public static SyncDelta CreateOrUpdate(in SyncToken token, ConnectorObject @object, Uid? previousUid = null) => Upsert(token, SyncDeltaType.CreateOrUpdate, @object, previousUid);

    /// <summary>An object was deleted.</summary>
    /// <param name="token">The token after this change.</param>
    /// <param name="objectClass">The class of the object.</param>
    /// <param name="uid">The uid that it had.</param>
    public static SyncDelta Delete(in SyncToken token, ObjectClass objectClass, Uid uid)
    {
        ArgumentNullException.ThrowIfNull(objectClass);
        if (objectClass.IsAll)
            throw new ArgumentException("A delete names the class of the object; __ALL__ is not the class of any object (SLC106).", nameof(objectClass));
        return new(Given(token), SyncDeltaType.Delete, null, objectClass, uid.Value, null);
    }

    /// <summary>An object was created.</summary>
    /// <typeparam name="T">The annotated type.</typeparam>
    /// <param name="token">The token after this change.</param>
    /// <param name="object">The object.</param>
    public static SyncDelta<T> Create<T>(in SyncToken token, T @object)
        where T : class => SyncDelta<T>.Upsert(token, SyncDeltaType.Create, @object, null);

    /// <summary>An object was changed.</summary>
    /// <typeparam name="T">The annotated type.</typeparam>
    /// <param name="token">The token after this change.</param>
    /// <param name="object">The object after the change.</param>
    /// <param name="previousUid">The uid before the change, where it was another one.</param>
    public static SyncDelta<T> Update<T>(in SyncToken token, T @object, Uid? previousUid = null)
        where T : class => SyncDelta<T>.Upsert(token, SyncDeltaType.Update, @object, previousUid);

    /// <summary>An object was created or changed.</summary>
    /// <typeparam name="T">The annotated type.</typeparam>
    /// <param name="token">The token after this change.</param>
    /// <param name="object">The object after the change.</param>
    /// <param name="previousUid">The uid before the change, where it was another one.</param>
    public static SyncDelta<T> CreateOrUpdate<T>(in SyncToken token, T @object, Uid? previousUid = null)
        where T : class => SyncDelta<T>.Upsert(token, SyncDeltaType.CreateOrUpdate, @object, previousUid);

    /// <summary>An object was deleted.</summary>
    /// <typeparam name="T">The annotated type.</typeparam>
    /// <param name="token">The token after this change.</param>
    /// <param name="uid">The uid that it had.</param>
    public static SyncDelta<T> Delete<T>(in SyncToken token, Uid uid)
        where T : class => SyncDelta<T>.Deleted(token, uid);

    /// <summary>Type, class, uid and token; no attribute value.</summary>
    public override string ToString() => $"{Type} {ObjectClass} {Uid} @ {_token}";

    /// <summary>The token without a copy.</summary>
    internal ref readonly SyncToken TokenReference => ref _token;

    internal static SyncToken Given(in SyncToken token) => token.IsDefault
        ? throw new ArgumentException("A delta carries the token after which a later sync goes on; this one is the default value (SLC205).", nameof(token))
        : token;

    /// <summary>The same change with another token and without allocating the object again.</summary>
    internal SyncDelta WithToken(in SyncToken token) => new(token, Type, Object, _objectClass, _uid, _previousUid);

    internal SyncDelta WithObject(ConnectorObject pruned) => new(_token, Type, pruned, _objectClass, _uid, _previousUid);

    private static SyncDelta Upsert(in SyncToken token, SyncDeltaType type, ConnectorObject @object, Uid? previousUid)
    {
        ArgumentNullException.ThrowIfNull(@object);
        if (previousUid is { } previous && previous == @object.Uid)
            throw new ArgumentException("The previous uid equals the uid; leave it out where the uid did not change (SLC403).", nameof(previousUid));
        return new(Given(token), type, @object, null, null, previousUid?.Value);
    }
}
