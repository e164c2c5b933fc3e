namespace Sluice.Tests.Model;

public class SchemaTests
{
    private static readonly ObjectAttributeInfo NameInfo = new(AttributeNames.Name, AttributeType.String, AttributeTraits.Required);
    private static readonly ObjectAttributeInfo Mail = new("mail", AttributeType.String);

    [Test]
    public void The_shape_starts_with_uid_and_name_and_keeps_the_declared_order()
    {
        var info = new ObjectClassInfo(ObjectClass.Account, [Mail, NameInfo, new("age", AttributeType.Int32)]);
        Assert.That(Enumerable.Range(0, info.Shape.Count).Select(info.Shape.NameAt), Is.EqualTo(new[] { "__UID__", "__NAME__", "mail", "age" }));
        Assert.That(info.Attributes.Select(attribute => attribute.Name), Is.EqualTo(new[] { "mail", "__NAME__", "age" }));
        Assert.That(info.Find("MAIL"), Is.SameAs(Mail));
        Assert.That(info.AttributeAt(1), Is.SameAs(NameInfo));
        Assert.That(info.AttributeAt(0), Is.Null);
        Assert.That(info.Find(AttributeNames.Uid), Is.Null);
        Assert.That(info.Find("fax"), Is.Null);
    }

    private static readonly ObjectAttributeInfo[][] BrokenClasses =
    [
        [Mail], [NameInfo, Mail, new("MAIL", AttributeType.String)], [NameInfo, new(AttributeNames.Uid, AttributeType.String)], [NameInfo, NameInfo],
    ];

    [TestCaseSource(nameof(BrokenClasses))]
    public void A_class_declares_its_name_and_each_attribute_once(params ObjectAttributeInfo[] attributes) =>
        Assert.That(() => new ObjectClassInfo(ObjectClass.Account, attributes), Throws.ArgumentException);

    [Test]
    public void An_attribute_declares_what_it_can_hold()
    {
        Assert.That(() => new ObjectAttributeInfo(" ", AttributeType.String), Throws.ArgumentException);
        Assert.That(() => new ObjectAttributeInfo("a", (AttributeType)50), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new ObjectAttributeInfo("__password__", AttributeType.String), Throws.ArgumentException.With.Message.Contains("SLC406"));
        Assert.That(() => new ObjectAttributeInfo("__NAME__", AttributeType.String, AttributeTraits.MultiValued), Throws.ArgumentException);
        Assert.That(() => new ObjectAttributeInfo("state", AttributeType.Int32, allowedValues: ["on"]), Throws.ArgumentException);
        Assert.That(new ObjectAttributeInfo("a", AttributeType.Bytes, AttributeTraits.MultiValued | AttributeTraits.Required).ToString(), Is.EqualTo("a: Bytes (Required, MultiValued)"));
    }

    [Test]
    public void A_schema_has_each_class_once()
    {
        var account = new ObjectClassInfo(ObjectClass.Account, [NameInfo]);
        var schema = new ConnectorSchema([account, new(new ObjectClass("printer"), [NameInfo])]);
        Assert.That(schema.Find(new ObjectClass("__account__")), Is.SameAs(account));
        Assert.That(schema.Find(ObjectClass.Group), Is.Null);
        Assert.That(() => new ConnectorSchema([account, new(new ObjectClass("__account__"), [NameInfo])]), Throws.ArgumentException);
    }
}
