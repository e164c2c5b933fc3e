namespace Sluice.Tests.Model;

public class ConnectorObjectTests
{
    private static ConnectorObjectBuilder Ada => ConnectorObject.Build(ObjectClass.Account, "1", "ada");

    [Test]
    public void Absent_null_and_empty_are_three_different_things()
    {
        var absent = Ada.Build();
        var none = Ada.Set("tags", null).Build();
        var empty = Ada.SetValues("tags", Array.Empty<string>()).Build();

        Assert.That(absent.Has("tags"), Is.False);
        Assert.That(none.Has("tags"));
        Assert.That(none["tags"], Is.Null);
        Assert.That(empty["tags"], Is.EqualTo(Array.Empty<object>()));
        Assert.That(new[] { absent, none, empty }.Distinct().Count(), Is.EqualTo(3));
        Assert.That(absent.GetValues("tags").Concat(none.GetValues("tags")).Concat(empty.GetValues("tags")), Is.Empty);
    }

    [Test]
    [SetCulture("tr-TR")]
    public void Attributes_are_read_by_name_in_any_case()
    {
        var person = Ada.Set("Mail", "ada@example.org").Set("logins", 5).Build();
        Assert.That(person["MAIL"], Is.EqualTo("ada@example.org"));
        Assert.That(person.TryGet("LOGINS", out var logins));
        Assert.That(logins, Is.EqualTo(5));
        Assert.That(person[AttributeNames.Uid], Is.EqualTo("1"));
        Assert.That(person.Uid, Is.EqualTo(new Uid("1")));
        Assert.That(person.Name, Is.EqualTo(new Name("ada")));
        Assert.That(person.Count, Is.EqualTo(4));
    }

    [Test]
    public void Attributes_are_read_by_slot()
    {
        var shape = new ObjectShape(ObjectClass.Account, [AttributeNames.Uid, AttributeNames.Name, "mail", "logins", "tags"]);
        var person = ConnectorObject.Build(shape, "1", "ada").Set("mail", null).Set("logins", 5).Build();
        Assert.That(person.ValueAt(shape.UidIndex), Is.EqualTo("1"));
        Assert.That(person.ValueAt(shape.IndexOf("logins")), Is.EqualTo(5));
        Assert.That(person.ValueAt(shape.IndexOf("mail")), Is.Null);
        Assert.That(person.ValueAt(shape.IndexOf("tags")), Is.Null, "absent");
        Assert.That(() => person.ValueAt(shape.Count), Throws.TypeOf<IndexOutOfRangeException>());
    }

    [Test]
    public void Get_says_what_is_there_instead()
    {
        var person = Ada.Set("logins", 5).Set("mail", null).SetValues("tags", new[] { "a" }).Build();
        Assert.That(person.Get<int>("logins"), Is.EqualTo(5));
        Assert.That(person.Get<int?>("logins"), Is.EqualTo(5));
        Assert.That(person.Get<int?>("mail"), Is.Null);
        Assert.That(person.Get<string>("nothing"), Is.Null);
        Assert.That(person.Get<IReadOnlyList<object>>("tags"), Is.EqualTo(new[] { "a" }));
        Assert.That(() => person.Get<long>("logins"), Throws.InstanceOf<InvalidCastException>().With.Message.EqualTo("Attribute 'logins' of __ACCOUNT__ '1' is Int32, not Int64."));
        Assert.That(() => person.Get<string>("tags"), Throws.InstanceOf<InvalidCastException>().With.Message.Contains("a list of values"));
    }

    [Test]
    public void A_name_is_set_once()
    {
        Assert.That(() => Ada.Set("Mail", "a").Set("mail", "b"), Throws.ArgumentException.With.Message.Contains("'Mail'"));
        Assert.That(() => Ada.Set("__uid__", "2"), Throws.ArgumentException);
        Assert.That(() => Ada.Set(" ", "2"), Throws.ArgumentException);
        Assert.That(() => Ada.SetValues("mail", "abc"), Throws.ArgumentException, "a string is not a list of characters");
    }

    [Test]
    public void An_object_has_a_class_a_uid_and_a_name()
    {
        Assert.That(() => ConnectorObject.Build((ObjectClass)null!, "1", "ada"), Throws.ArgumentNullException);
        Assert.That(() => ConnectorObject.Build(ObjectClass.All, "1", "ada"), Throws.ArgumentException);
        Assert.That(() => ConnectorObject.Build(ObjectClass.Account, default, "ada"), Throws.ArgumentException);
        Assert.That(() => ConnectorObject.Build(ObjectClass.Account, "1", default), Throws.ArgumentException);
    }

    [Test]
    public void A_known_shape_is_shared_and_closed()
    {
        var shape = new ObjectShape(ObjectClass.Account, ["mail", "__NAME__", "__UID__", "phone"]);
        var person = ConnectorObject.Build(shape, "1", "ada").Set("MAIL", "ada@example.org").Build();
        Assert.That(person.Shape, Is.SameAs(shape));
        Assert.That(person.Has("phone"), Is.False);
        Assert.That(person, Is.EqualTo(Ada.Set("mail", "ada@example.org").Build()), "the order of slots does not matter");
        Assert.That(() => ConnectorObject.Build(shape, "1", "ada").Set("fax", 1), Throws.ArgumentException.With.Message.Contains("'fax'"));
    }

    private static readonly object[][] Different =
    [
        [1, 1L], [1m, 1.0m], [0.0, -0.0], ["é", "e\u0301"], ["a", "A"],
        [new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 1, 1, 13, 0, 0, TimeSpan.FromHours(1))],
        [new byte[] { 1 }, new byte[] { 2 }], [new[] { "a", "b" }, new[] { "b", "a" }], ["a", new[] { "a" }],
        [GuardedString.FromString("a"), GuardedString.FromString("b")],
    ];

    [TestCaseSource(nameof(Different))]
    public void Values_are_equal_only_when_nothing_differs(object left, object right)
    {
        Assert.That(Ada.Set("x", left).Build(), Is.Not.EqualTo(Ada.Set("x", right).Build()));
        Assert.That(Ada.Set("x", left).Build(), Is.EqualTo(Ada.Set("X", left is GuardedString secret ? secret.Copy() : left).Build()));
    }

    [Test]
    public void Equality_sees_class_uid_and_every_attribute()
    {
        var person = Ada.Set("a", 1).Build();
        Assert.That(person, Is.Not.EqualTo(ConnectorObject.Build(ObjectClass.Group, "1", "ada").Set("a", 1).Build()));
        Assert.That(person, Is.Not.EqualTo(ConnectorObject.Build(ObjectClass.Account, "2", "ada").Set("a", 1).Build()));
        Assert.That(person, Is.Not.EqualTo(Ada.Set("b", 1).Build()));
        Assert.That(person, Is.Not.EqualTo(Ada.Set("a", 1).Set("b", null).Build()));
        Assert.That(person.GetHashCode(), Is.EqualTo(Ada.Set("A", 1).Build().GetHashCode()));
    }

    [Test]
    public void The_enumerator_shows_what_the_object_has()
    {
        var shape = new ObjectShape(ObjectClass.Account, ["__UID__", "__NAME__", "mail", "phone"]);
        var names = new List<string>();
        foreach (var attribute in ConnectorObject.Build(shape, "1", "ada").Set("phone", null).Build())
        {
            names.Add(attribute.Name);
        }

        Assert.That(names, Is.EqualTo(new[] { "__UID__", "__NAME__", "phone" }));
    }

    [Test]
    public void It_prints_names_and_no_values() =>
        Assert.That(
            Ada.Set("mail", "private@example.org").Set(AttributeNames.Password, GuardedString.FromString("hush")).Build().ToString(),
            Is.EqualTo("__ACCOUNT__ uid '1' name 'ada' (__UID__, __NAME__, mail, __PASSWORD__)"));

    [Test]
    public void A_builder_may_go_on_without_changing_what_it_built()
    {
        var builder = Ada.Set("a", 1);
        var first = builder.Build();
        builder.Set("b", 2);
        Assert.That(first.Has("b"), Is.False);
        Assert.That(builder.Build().Has("b"));
    }
}
