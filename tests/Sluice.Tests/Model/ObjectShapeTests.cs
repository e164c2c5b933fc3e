namespace Sluice.Tests.Model;

public class ObjectShapeTests
{
    private static readonly ObjectShape Person = new(ObjectClass.Account, ["__UID__", "__NAME__", "mail", "title", "phone"]);

    [TestCase("mail", 2)]
    [TestCase("MAIL", 2)]
    [TestCase("TITLE", 3)]
    [TestCase("__uid__", 0)]
    [TestCase("tel", -1)]
    [TestCase("", -1)]
    [SetCulture("tr-TR")]
    public void Names_are_found_in_any_case(string name, int index)
    {
        Assert.That(Person.IndexOf(name), Is.EqualTo(index));
        Assert.That(Person.IndexOf(new string(name)), Is.EqualTo(index), "another string of the same text");
    }

    [Test]
    public void Every_character_is_found_in_its_other_case()
    {
        for (var code = 0; code <= char.MaxValue; code++)
        {
            var character = (char)code;
            if (char.IsSurrogate(character) || char.IsWhiteSpace(character))
            {
                continue;
            }

            var shape = new ObjectShape(ObjectClass.Account, ["__UID__", "__NAME__", $"{character}-{character}"]);
            foreach (var other in new[] { character, char.ToUpperInvariant(character), char.ToLowerInvariant(character) })
            {
                var name = $"{other}-{other}";
                Assert.That(shape.IndexOf(name), Is.EqualTo(string.Equals(name, shape.NameAt(2), StringComparison.OrdinalIgnoreCase) ? 2 : -1), name);
            }
        }
    }

    [Test]
    public void Similar_names_are_told_apart()
    {
        var shape = new ObjectShape(ObjectClass.Account, ["__UID__", "__NAME__", "name1x", "name2x", "n", "nn", "nané", "nane\u0301"]);
        for (var i = 0; i < shape.Count; i++)
        {
            Assert.That(shape.IndexOf(new string(shape.NameAt(i))), Is.EqualTo(i));
            Assert.That(shape.IndexOf(shape.NameAt(i).ToUpperInvariant()), Is.EqualTo(i));
        }

        Assert.That(shape.IndexOf("name3x"), Is.EqualTo(-1));
    }

    private static readonly string[][] Broken =
    [
        ["__UID__"], ["__NAME__", "a"], ["__UID__", "__NAME__", "a", "A"], ["__UID__", "__NAME__", " "], ["__UID__", "__NAME__", "__uid__"],
    ];

    [TestCaseSource(nameof(Broken))]
    public void A_shape_has_uid_name_and_each_attribute_once(params string[] names) =>
        Assert.That(() => new ObjectShape(ObjectClass.Account, names), Throws.InstanceOf<ArgumentException>());

    [Test]
    public void No_object_is_of_all_classes() =>
        Assert.That(() => new ObjectShape(ObjectClass.All, ["__UID__", "__NAME__"]), Throws.ArgumentException);

    [Test]
    public void A_projection_keeps_uid_and_name_and_the_order_of_its_source()
    {
        var projection = Person.Project(["PHONE", "title", "unknown"]);
        Assert.That(Enumerable.Range(0, projection.Count).Select(projection.NameAt), Is.EqualTo(new[] { "__UID__", "__NAME__", "title", "phone" }));
        Assert.That(projection.SourceIndexes.ToArray(), Is.EqualTo(new[] { 0, 1, 3, 4 }));
        Assert.That(projection.IsProjection);
        Assert.That(projection.FullShape, Is.SameAs(Person));
        Assert.That(Person.IsProjection, Is.False);
    }

    [Test]
    public void A_projection_of_a_projection_points_to_the_full_shape()
    {
        var projection = Person.Project(["title", "phone"]).Project(["phone", "mail"]);
        Assert.That(projection.SourceIndexes.ToArray(), Is.EqualTo(new[] { 0, 1, 4 }));
        Assert.That(projection.FullShape, Is.SameAs(Person));
    }

    [Test]
    public void Nothing_left_out_is_no_projection() =>
        Assert.That(Person.Project(["phone", "mail", "title", "mail"]), Is.SameAs(Person));

    [Test]
    public void Uid_and_name_may_stand_anywhere()
    {
        var shape = new ObjectShape(ObjectClass.Group, ["b", "__NAME__", "a", "__UID__"]);
        Assert.That((shape.UidIndex, shape.NameIndex), Is.EqualTo((3, 1)));
        Assert.That(shape.CanonicalOrder.ToArray(), Is.EqualTo(new[] { 3, 1, 2, 0 }));
    }
}
