using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Sluice;

/// <summary>
/// Maps an annotated type to and from <see cref="ConnectorObject"/>; the generated half derives from it. What the type proves
/// at compile time (names, types, class, which slot holds the uid) is not proven again per object.
/// </summary>
/// <typeparam name="T">The annotated type.</typeparam>
public abstract class ObjectMapping<T>
    where T : class
{
    private static readonly object BoxedTrue = true;
    private static readonly object BoxedFalse = false;
    private readonly int[] _required;

    /// <summary>Creates the mapping of a schema.</summary>
    /// <param name="info">The schema of the object class, in slot order after the uid.</param>
    protected ObjectMapping(ObjectClassInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        Info = info;
        var required = new List<int>(info.Shape.Count) { info.Shape.UidIndex };
        var returned = new List<string>(info.Shape.Count);
        for (var slot = 0; slot < info.Shape.Count; slot++)
        {
            if (info.AttributeAt(slot) is not { } attribute)
                continue;
            if ((attribute.Traits & AttributeTraits.Required) != AttributeTraits.None)
                required.Add(slot);
            if ((attribute.Traits & (AttributeTraits.NotReadable | AttributeTraits.NotReturnedByDefault)) == AttributeTraits.None)
                returned.Add(attribute.Name);
        }

        _required = required.ToArray();
        DefaultShape = info.Shape.Project(returned);
    }

    /// <summary>The schema of the object class.</summary>
    public ObjectClassInfo Info { get; }

    /// <summary>The attributes that are returned where nobody asks for others.</summary>
    public ObjectShape DefaultShape { get; }

    /// <summary>The value of every slot of <see cref="ObjectClassInfo.Shape"/>, in order.</summary>
    /// <param name="source">The annotated object.</param>
    public abstract object?[] ReadAll(T source);

    /// <summary>The value of one slot.</summary>
    /// <param name="source">The annotated object.</param>
    /// <param name="slot">The slot of <see cref="ObjectClassInfo.Shape"/>.</param>
    public abstract object? Read(T source, int slot);

    /// <summary>The values of some slots, in their order: all that a projection takes from an object in one call.</summary>
    /// <param name="source">The annotated object.</param>
    /// <param name="slots">Slots of <see cref="ObjectClassInfo.Shape"/>.</param>
    public abstract object?[] Read(T source, ReadOnlySpan<int> slots);

    /// <summary>Builds an annotated object.</summary>
    /// <param name="attributes">The attributes, checked as they are read.</param>
    public abstract T Build(AttributeReader attributes);

    /// <summary>Maps an annotated object.</summary>
    /// <param name="source">The annotated object.</param>
    /// <param name="shape">The schema's shape, or a projection of it: what it leaves out is not read.</param>
    /// <exception cref="SyncLawException">A required value is null (SLC405).</exception>
    public ConnectorObject ToConnectorObject(T source, ObjectShape shape)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(shape);
        if (!shape.IsProjection)
        {
            var values = ReadAll(source);
            foreach (var slot in _required)
            {
                if (IsMissing(values[slot], slot))
                    ThrowMissing(source, slot);
            }

            return ConnectorObject.OfShape(shape, values);
        }

        var slots = shape.SourceIndexes;
        var projected = Read(source, slots);
        for (var i = 0; i < projected.Length; i++)
        {
            if (projected[i] is null && Array.IndexOf(_required, slots[i]) >= 0)
                ThrowMissing(source, slots[i]);
        }

        if (IsMissing(projected[shape.UidIndex], Info.Shape.UidIndex))
            ThrowMissing(source, Info.Shape.UidIndex);
        if (IsMissing(projected[shape.NameIndex], Info.Shape.NameIndex) && Array.IndexOf(_required, Info.Shape.NameIndex) >= 0)
            ThrowMissing(source, Info.Shape.NameIndex);

        return ConnectorObject.OfShape(shape, projected);
    }

    /// <summary>Maps an annotated object with all its attributes.</summary>
    /// <param name="source">The annotated object.</param>
    public ConnectorObject ToConnectorObject(T source) => ToConnectorObject(source, Info.Shape);

    /// <summary>Maps a connector object to the annotated type.</summary>
    /// <param name="source">The connector object.</param>
    /// <exception cref="InvalidAttributeValueException">A required attribute is missing, or a value does not fit its member.</exception>
    public T FromConnectorObject(ConnectorObject source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Build(new AttributeReader(Info, source));
    }

    /// <summary>One of two shared boxes.</summary>
    /// <param name="value">The value.</param>
    protected static object Box(bool value) => value ? BoxedTrue : BoxedFalse;

    /// <summary>One of two shared boxes, or null.</summary>
    /// <param name="value">The value.</param>
    protected static object? Box(bool? value) => value is { } set ? Box(set) : null;

    /// <summary>What stands in the slot of an attribute that is never returned.</summary>
    protected static object Absent => ConnectorObject.Absent;

    /// <summary>A copy of a multi-valued member; null stays null, and empty stays empty.</summary>
    /// <typeparam name="TItem">The values' type.</typeparam>
    /// <param name="values">The member's value.</param>
    /// <exception cref="InvalidAttributeValueException">One of the values is null.</exception>
    [return: NotNullIfNotNull(nameof(values))]
    protected static object? List<TItem>(IEnumerable<TItem>? values) => List(values, static value => value);

    /// <summary>A copy of a multi-valued member; a default array counts as null.</summary>
    /// <typeparam name="TItem">The values' type.</typeparam>
    /// <param name="values">The member's value.</param>
    /// <exception cref="InvalidAttributeValueException">One of the values is null.</exception>
    protected static object? List<TItem>(ImmutableArray<TItem> values) => values.IsDefault ? null : List(values, static value => value);

    /// <inheritdoc cref="List{TItem}(ImmutableArray{TItem})"/>
    protected static object? List<TItem>(ImmutableArray<TItem>? values) => values is { } set ? List(set) : null;

    /// <summary>A copy of a multi-valued member, each value converted.</summary>
    /// <typeparam name="TItem">The values' type.</typeparam>
    /// <param name="values">The member's value.</param>
    /// <param name="convert">Makes an attribute's value of a member's; static.</param>
    /// <exception cref="InvalidAttributeValueException">One of the values is null.</exception>
    [return: NotNullIfNotNull(nameof(values))]
    protected static object? List<TItem>(IEnumerable<TItem>? values, Func<TItem, object?> convert)
    {
        ArgumentNullException.ThrowIfNull(convert);
        if (values is null)
            return null;
        if (!values.TryGetNonEnumeratedCount(out var count))
            return Copy(values.ToArray(), convert);
        if (count == 0)
            return Array.Empty<object>();
        var copy = new object[count];
        var next = 0;
        foreach (var value in values)
        {
            // A list that grows while it is read is copied once more, whole.
            if (next == count)
                return Copy(values.ToArray(), convert);
            copy[next++] = NotNull(convert(value));
        }

        return next == count ? copy : copy[..next];
    }

    /// <inheritdoc cref="List{TItem}(IEnumerable{TItem}, Func{TItem, object})"/>
    protected static object? List<TItem>(ImmutableArray<TItem> values, Func<TItem, object?> convert) => values.IsDefault ? null : List((IEnumerable<TItem>)values, convert);

    /// <inheritdoc cref="List{TItem}(IEnumerable{TItem}, Func{TItem, object})"/>
    protected static object? List<TItem>(ImmutableArray<TItem>? values, Func<TItem, object?> convert) => values is { } set ? List(set, convert) : null;

    /// <summary>An error that says that an enum's value has no name.</summary>
    /// <param name="value">The value.</param>
    protected static InvalidAttributeValueException UnnamedValue(Enum value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new($"{value.GetType().Name} has no name for the value {value:D}; attributes hold enums by name (SLC405).");
    }

    private static object[] Copy<TItem>(TItem[] values, Func<TItem, object?> convert)
    {
        if (values.Length == 0)
            return [];
        var copy = new object[values.Length];
        for (var i = 0; i < copy.Length; i++)
            copy[i] = NotNull(convert(values[i]));
        return copy;
    }

    private static object NotNull(object? value)
        => value ?? throw new InvalidAttributeValueException("A multi-valued attribute holds a null; leave the value out instead (SLC405).");

    // A uid or a name of blanks identifies nothing.
    private bool IsMissing(object? value, int slot)
        => value is null || ((slot == Info.Shape.UidIndex || slot == Info.Shape.NameIndex) && value is string text && string.IsNullOrWhiteSpace(text));

    [DoesNotReturn]
    private void ThrowMissing(T source, int slot)
    {
        var name = Info.Shape.NameAt(slot);
        var value = Read(source, slot);
        var uid = slot == Info.Shape.UidIndex ? null : Read(source, Info.Shape.UidIndex);
        throw new SyncLawException(SyncLawIds.Slc405ValuesFitSchema, $"The required attribute {name} of {typeof(T).Name} {uid ?? "without a uid"} is {(value is null ? "null" : "blank")}. Give it a value, or declare its member nullable.")
        {
            ObjectClass = Info.ObjectClass,
        };
    }
}
