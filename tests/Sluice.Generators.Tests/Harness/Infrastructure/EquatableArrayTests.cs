using System.Collections.Immutable;
using Sluice.Generators.Infrastructure;

namespace Sluice.Generators.Tests.Harness.Infrastructure;

public sealed class EquatableArrayTests
{
    [Test]
    public void EqualityIsByContentAndOrder()
    {
        EquatableArray<string> one = ["a", "b"];
        EquatableArray<string> same = ImmutableArray.Create("a", "b");
        EquatableArray<string> reversed = ["b", "a"];

        Assert.That(one == same, Is.True);
        Assert.That(one.GetHashCode(), Is.EqualTo(same.GetHashCode()));
        Assert.That(one != reversed, Is.True);
        Assert.That(new Model(one), Is.EqualTo(new Model(same)));
    }

    [Test]
    public void DefaultIsEmpty()
    {
        EquatableArray<int> none = [];

        Assert.That(none == default, Is.True);
        Assert.That(default(EquatableArray<int>).Count, Is.Zero);
        Assert.That(default(EquatableArray<int>).Select(item => item), Is.Empty);
    }

    [Test]
    public void ItIsAList()
    {
        var numbers = new[] { 1, 2, 3 }.ToEquatableArray();
        var sum = 0;
        foreach (var number in numbers)
            sum += number;

        Assert.That((sum, numbers[1], numbers.Count, numbers.ToString()), Is.EqualTo((6, 2, 3, "[1, 2, 3]")));
    }

    private sealed record Model(EquatableArray<string> Names);
}
