namespace Sluice.Benchmarks;

/// <summary>The least that an untyped object can be: a shape that all objects share, and one array of values.</summary>
public sealed class HandMadeObject(HandMadeShape shape, object?[] values)
{
    public HandMadeShape Shape => shape;

    public object?[] Values => values;

    /// <summary>Reads by name with the plainest search.</summary>
    public object? Find(string name)
    {
        var names = shape.Names;
        for (var i = 0; i < names.Length; i++)
        {
            if (string.Equals(names[i], name, StringComparison.Ordinal))
                return values[i];
        }

        return null;
    }
}

/// <summary>The names of a class's attributes.</summary>
public sealed class HandMadeShape(string objectClass, string[] names)
{
    public string ObjectClass => objectClass;

    public string[] Names => names;
}

/// <summary>The least that an untyped delta can be.</summary>
public sealed class HandMadeDelta(SyncToken token, SyncDeltaType type, HandMadeObject? @object)
{
    public SyncToken Token => token;

    public SyncDeltaType Type => type;

    public HandMadeObject? Object => @object;
}
