namespace Sluice.Analyzers.Flow;

/// <summary>A few constants one of which a value is: what a status variable may hold.</summary>
internal sealed class ConstantSet : IEquatable<ConstantSet>
{
    private const int MaximalSize = 6;

    private readonly HashSet<object> _constants;

    private ConstantSet(HashSet<object> constants) => _constants = constants;

    /// <summary>The constants of two values together; null where there are too many, or where they are no status.</summary>
    public static ConstantSet? Union(object? one, object? other)
    {
        var constants = new HashSet<object>();
        return Add(constants, one) && Add(constants, other) && constants.Count <= MaximalSize ? new(constants) : null;
    }

    public bool Contains(object? constant) => constant is not null && _constants.Contains(constant);

    /// <summary>What is left when it is not this one: a set, or the one constant that remains.</summary>
    public object Without(object? constant)
    {
        if (!Contains(constant))
            return this;
        var rest = new HashSet<object>(_constants);
        rest.Remove(constant!);
        return rest.Count == 1 ? rest.First() : new ConstantSet(rest);
    }

    public bool Equals(ConstantSet? other) => other is not null && _constants.SetEquals(other._constants);

    public override bool Equals(object? obj) => Equals(obj as ConstantSet);

    public override int GetHashCode() => _constants.Count;

    private static bool Add(HashSet<object> constants, object? value)
    {
        switch (value)
        {
            case ConstantSet set:
                constants.UnionWith(set._constants);
                return true;
            case long or string:
                constants.Add(value);
                return true;
            default:
                return false;
        }
    }
}
