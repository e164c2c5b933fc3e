namespace Sluice.TestKit;

/// <summary>What a host holds after the deltas that it accepted.</summary>
internal sealed class Mirror
{
    private readonly Dictionary<(ObjectClass Class, Uid Uid), ConnectorObject> _objects = [];

    public IReadOnlyDictionary<(ObjectClass Class, Uid Uid), ConnectorObject> Objects => _objects;

    public static Mirror Of(IEnumerable<ConnectorObject> objects)
    {
        var mirror = new Mirror();
        foreach (var item in objects)
            mirror._objects[(item.ObjectClass, item.Uid)] = item;
        return mirror;
    }

    public Mirror Copy() => Of(_objects.Values);

    public void Forget(ObjectClass objectClass)
    {
        foreach (var key in _objects.Keys.Where(key => key.Class == objectClass).ToList())
            _objects.Remove(key);
    }

    public void Apply(SyncDelta delta)
    {
        if (delta.PreviousUid is { } previous)
            _objects.Remove((delta.ObjectClass, previous));
        if (delta.Type == SyncDeltaType.Delete)
            _objects.Remove((delta.ObjectClass, delta.Uid));
        else if (delta.Object is { } changed)
            _objects[(delta.ObjectClass, delta.Uid)] = changed;
    }

    public Mirror Apply(IEnumerable<SyncDelta> deltas)
    {
        foreach (var delta in deltas)
            Apply(delta);
        return this;
    }
}
