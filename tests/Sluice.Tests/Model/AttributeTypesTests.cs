namespace Sluice.Tests.Model;

public class AttributeTypesTests
{
    private static readonly object[][] Values =
    [
        ["text", AttributeType.String],
        [true, AttributeType.Boolean],
        [1, AttributeType.Int32],
        [1L, AttributeType.Int64],
        [1d, AttributeType.Double],
        [1m, AttributeType.Decimal],
        [DateTimeOffset.UnixEpoch, AttributeType.DateTimeOffset],
        [DateOnly.MinValue, AttributeType.Date],
        [Guid.Empty, AttributeType.Guid],
        [new byte[] { 1 }, AttributeType.Bytes],
        [GuardedString.FromString("x"), AttributeType.GuardedString],
    ];

    private static readonly object[] Unsupported =
    [
        'c', (short)1, 1f, 1u, DateTime.UnixEpoch, TimeSpan.Zero, DayOfWeek.Friday, new sbyte[] { 1 }, new Uri("urn:x"), new object(),
    ];

    [TestCaseSource(nameof(Values))]
    public void The_table_maps_both_ways(object value, AttributeType expected)
    {
        Assert.That(AttributeTypes.TryOf(value, out var type));
        Assert.That(type, Is.EqualTo(expected));
        Assert.That(AttributeTypes.Of(value.GetType()), Is.EqualTo(expected));
        Assert.That(AttributeTypes.ClrType(expected), Is.EqualTo(value.GetType()));
    }

    [Test]
    public void Every_type_has_a_row() =>
        Assert.That(Values.Select(row => row[1]), Is.EquivalentTo(Enum.GetValues<AttributeType>()));

    [TestCaseSource(nameof(Unsupported))]
    public void Other_types_are_refused_by_name(object value)
    {
        Assert.That(AttributeTypes.TryOf(value, out _), Is.False);
        Assert.That(AttributeTypes.Of(value.GetType()), Is.Null);
        Assert.That(
            () => new ObjectAttribute("size", value),
            Throws.ArgumentException.With.Message.Contains("'size'").And.Message.Contains(value is sbyte[]? "SByte" : value.GetType().ToString()).And.Message.Contains("DateTimeOffset, DateOnly"));
    }

    [Test]
    public void A_refusal_tells_every_type_that_is_supported()
    {
        var refusal = Assert.Throws<ArgumentException>(static () => _ = new ObjectAttribute("size", 'c'))!.Message;
        var told = refusal.Split("supported are ")[1].Split(", and lists")[0].Split(", ");
        Assert.That(told, Is.Unique.And.Length.EqualTo(Enum.GetValues<AttributeType>().Length));
    }

    [Test]
    public void Null_single_values_and_lists_fit_their_type_exactly()
    {
        Assert.That(AttributeTypes.Fits(null, AttributeType.Int64));
        Assert.That(AttributeTypes.Fits(1L, AttributeType.Int64));
        Assert.That(AttributeTypes.Fits(1, AttributeType.Int64), Is.False);
        Assert.That(AttributeTypes.Fits(Array.Empty<object>(), AttributeType.Int64));
        Assert.That(AttributeTypes.Fits(new object[] { 1L, 2L }, AttributeType.Int64));
        Assert.That(AttributeTypes.Fits(new object[] { 1L, 2 }, AttributeType.Int64), Is.False);
        Assert.That(() => AttributeTypes.ClrType((AttributeType)99), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }
}
