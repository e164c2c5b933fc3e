using System.Globalization;

namespace Sluice.TestKit;

/// <summary>Makes drafts from a schema: the same number, revision and name give the same draft.</summary>
internal static class Drafts
{
    private static readonly DateTimeOffset Epoch = new(2020, 2, 29, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Makes a draft.</summary>
    /// <param name="info">The class.</param>
    /// <param name="number">The object.</param>
    /// <param name="revision">How often it was changed; each revision has other values.</param>
    /// <param name="renames">How often it was renamed.</param>
    public static ObjectDraft Make(ObjectClassInfo info, int number, int revision, int renames)
    {
        var builder = ConnectorObject.Build(info.ObjectClass, new Uid("draft"), NameOf(number, renames));
        foreach (var attribute in Writable(info))
            builder.Set(attribute.Name, Value(attribute, number, attribute.Traits.HasFlag(AttributeTraits.NotUpdateable) ? 0 : revision));
        return new(info, number, builder.Build());
    }

    /// <summary>What the kit writes: neither the identity nor what only the system itself writes.</summary>
    public static IEnumerable<ObjectAttributeInfo> Writable(ObjectClassInfo info) => info.Attributes.Where(attribute =>
        !AttributeNames.Comparer.Equals(attribute.Name, AttributeNames.Name)
        && !AttributeNames.Comparer.Equals(attribute.Name, AttributeNames.Uid)
        && !attribute.Traits.HasFlag(AttributeTraits.NotCreatable));

    /// <summary>What the kit compares: what a connector delivers without being asked, and what is no secret.</summary>
    public static bool IsComparable(ObjectAttributeInfo attribute) =>
        attribute.Type != AttributeType.GuardedString && (attribute.Traits & (AttributeTraits.NotReadable | AttributeTraits.NotReturnedByDefault)) == AttributeTraits.None;

    private static Name NameOf(int number, int renames) =>
        new(string.Create(CultureInfo.InvariantCulture, $"name{number:D4}{(renames == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{renames}"))}"));

    private static object? Value(ObjectAttributeInfo attribute, int number, int revision)
    {
        if (!attribute.IsRequired && (number + revision) % 4 == 3)
            return null;
        if (!attribute.IsMultiValued)
            return Single(attribute, number, revision, 0);
        return Enumerable.Range(0, 1 + ((number + revision) % 2)).Select(index => Single(attribute, number, revision, index)).Distinct().ToArray();
    }

    private static object Single(ObjectAttributeInfo attribute, int number, int revision, int index)
    {
        var mark = (number * 100) + (revision * 10) + index;
        return attribute.Type switch
        {
            AttributeType.String when attribute.AllowedValues is { Count: > 0 } allowed => allowed[(number + revision + index) % allowed.Count],
            AttributeType.String => string.Create(CultureInfo.InvariantCulture, $"{attribute.Name.Trim('_')} {number}.{revision}.{index}"),
            AttributeType.Boolean => (number + revision) % 2 == 0,
            AttributeType.Int32 => mark,
            AttributeType.Int64 => (long)mark,
            AttributeType.Double => mark / 8.0,
            AttributeType.Decimal => mark / 100m,
            AttributeType.DateTimeOffset => Epoch.AddMinutes(mark),
            AttributeType.Date => DateOnly.FromDateTime(Epoch.UtcDateTime).AddDays(mark),
            AttributeType.Guid => new Guid(mark, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
            AttributeType.Bytes => BitConverter.GetBytes(mark),
            _ => new GuardedString(string.Create(CultureInfo.InvariantCulture, $"secret{mark}")),
        };
    }
}
