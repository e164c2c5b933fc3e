namespace Sluice;

/// <summary>Anything that attributes can be read from by name; what a <see cref="Filter"/> is evaluated on.</summary>
public interface IAttributeSource
{
    /// <summary>Reads an attribute; false when it is absent, which is not the same as null.</summary>
    /// <param name="attribute">The attribute's name, in any case.</param>
    /// <param name="value">Null, one value, or an <see cref="IReadOnlyList{T}"/> of values.</param>
    bool TryGet(string attribute, out object? value);
}
