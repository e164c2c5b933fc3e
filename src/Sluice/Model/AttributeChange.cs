namespace Sluice;

/// <summary>What a patch does to one attribute.</summary>
public sealed class AttributeChange
{
    internal AttributeChange(string name, AttributeChangeKind kind, object? value = null, IReadOnlyList<object>? added = null, IReadOnlyList<object>? removed = null)
    {
        Name = name;
        Kind = kind;
        Value = value;
        Added = added ?? [];
        Removed = removed ?? [];
    }

    /// <summary>The attribute's name.</summary>
    public string Name { get; }

    /// <summary>What is done to it.</summary>
    public AttributeChangeKind Kind { get; }

    /// <summary>For <see cref="AttributeChangeKind.Set"/> one value or an <see cref="IReadOnlyList{T}"/> of values, possibly empty; otherwise null.</summary>
    public object? Value { get; }

    /// <summary>The values added by <see cref="AttributeChangeKind.Modify"/>.</summary>
    public IReadOnlyList<object> Added { get; }

    /// <summary>The values removed by <see cref="AttributeChangeKind.Modify"/>.</summary>
    public IReadOnlyList<object> Removed { get; }

    /// <summary>The kind and the name; never values.</summary>
    public override string ToString() => $"{Kind} {Name}";
}
