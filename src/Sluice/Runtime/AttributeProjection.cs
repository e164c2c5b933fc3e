namespace Sluice.Runtime;

/// <summary>Prunes objects of connectors that ignore <see cref="OperationOptions.AttributesToGet"/>.</summary>
internal sealed class AttributeProjection(IReadOnlyCollection<string> attributesToGet)
{
    private ObjectShape? _full;
    private ObjectShape? _projected;
    private int[] _slots = [];

    public static AttributeProjection? Of(OperationOptions options) =>
        options.AttributesToGet is { } attributes ? new AttributeProjection(attributes) : null;

    public SyncDelta Prune(SyncDelta delta) => delta.Object is { } full && Prune(full) is var pruned && !ReferenceEquals(full, pruned) ? delta.WithObject(pruned) : delta;

    public ConnectorObject Prune(ConnectorObject full)
    {
        // Objects of one connector share their shape, so one projection serves them all.
        if (!ReferenceEquals(_full, full.Shape))
        {
            _full = full.Shape;
            _projected = full.Shape.Project(attributesToGet);
            _slots = [.. Enumerable.Range(0, _projected.Count).Select(slot => _full.IndexOf(_projected.NameAt(slot)))];
        }

        if (ReferenceEquals(_full, _projected))
            return full;
        var values = new object?[_projected!.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = full.Values[_slots[i]];
        return ConnectorObject.OfShape(_projected, values);
    }
}
