namespace Sluice.Tests.Model;

[NonParallelizable]
public class ConnectorObjectAllocationTests
{
    private static readonly ObjectShape Shape = new(ObjectClass.Account, ["__UID__", "__NAME__", "a", "b", "c", "d", "e", "f"]);

    [Test]
    public void An_object_with_uid_name_and_six_attributes_is_120_bytes()
    {
        var kept = new ConnectorObject[1000];
        Fill(kept);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Fill(kept);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.EqualTo(kept.Length * 120));
    }

    [TestCase("f")]
    [TestCase("F")]
    [TestCase("missing")]
    public void Reading_by_name_allocates_nothing(string name)
    {
        var person = ConnectorObject.OfShape(Shape, ["1", "ada", "a", "b", "c", "d", "e", "f"]);
        _ = Read(person, name);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var found = Read(person, name);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
        Assert.That(found, Is.GreaterThan(0));
    }

    private static void Fill(ConnectorObject[] objects)
    {
        for (var i = 0; i < objects.Length; i++)
        {
            objects[i] = ConnectorObject.OfShape(Shape, ["1", "ada", "a", "b", "c", "d", "e", "f"]);
        }
    }

    private static int Read(ConnectorObject person, string name)
    {
        var found = person.TryGet(name, out _) || person.Has(AttributeNames.Uid) ? 1 : 0;
        foreach (var attribute in person)
        {
            found += attribute.Name.Length + (person.Uid.IsDefault ? 0 : 1);
        }

        return found;
    }
}
