namespace Sluice.Tests.Mapping;

/// <summary>What one object costs on its way from typed to untyped, exactly.</summary>
[NonParallelizable]
public sealed class MappingAllocationTests
{
    private const int ObjectSize = 32;

    [Test]
    public void AnObjectWithSixTextsCostsItsObjectAndOneArray()
    {
        var mapping = ObjectMapping.Of<Six>();
        Assert.That(BytesPerObject(mapping, mapping.Info.Shape), Is.EqualTo(ObjectSize + ArrayOf(8)));
        Assert.That(ArrayOf(8), Is.EqualTo(88));
    }

    [Test]
    public void WhatIsNotAskedForCostsNothingAndIsNotRead()
    {
        var mapping = ObjectMapping.Of<Six>();
        var three = mapping.Info.Shape.Project(["B"]);
        Assert.That(BytesPerObject(mapping, three), Is.EqualTo(ObjectSize + ArrayOf(3)));

        Six.Reads = 0;
        var untyped = mapping.ToConnectorObject(Six.Sample(), three);
        Assert.That(Six.Reads, Is.EqualTo(1));
        Assert.That((untyped.Count, untyped["b"]), Is.EqualTo((3, "b")));

        Six.Reads = 0;
        _ = mapping.ToConnectorObject(Six.Sample());
        Assert.That(Six.Reads, Is.EqualTo(6));
    }

    [Test]
    public void BooleansCostNoBox()
    {
        var mapping = ObjectMapping.Of<EveryType>();
        var shape = mapping.Info.Shape.Project(["flag"]);
        Assert.That(BytesPerObject(mapping, shape, new EveryType("1", "ada") { Flag = true }), Is.EqualTo(ObjectSize + ArrayOf(3)));
    }

    [Test]
    public void EnumsCostNothing()
    {
        var mapping = ObjectMapping.Of<EveryType>();
        var shape = mapping.Info.Shape.Project(["status"]);
        Assert.That(BytesPerObject(mapping, shape, new EveryType("1", "ada") { Status = Status.Left }), Is.EqualTo(ObjectSize + ArrayOf(3)));
    }

    private static int ArrayOf(int slots) => 24 + (8 * slots);

    private static long BytesPerObject(ObjectMapping<Six> mapping, ObjectShape shape) => BytesPerObject(mapping, shape, Six.Sample());

    private static long BytesPerObject<T>(ObjectMapping<T> mapping, ObjectShape shape, T source)
        where T : class
    {
        const int rounds = 1000;
        Map(rounds);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Map(rounds);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.That(bytes % rounds, Is.Zero);
        return bytes / rounds;

        void Map(int times)
        {
            for (var i = 0; i < times; i++)
                _ = mapping.ToConnectorObject(source, shape);
        }
    }
}
