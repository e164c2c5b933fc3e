using System.Globalization;

namespace Sluice.Tests.Model;

public class ObjectClassTests
{
    [TestCase(null)]
    [TestCase("")]
    [TestCase(" \t")]
    public void A_blank_name_is_refused(string? name) =>
        Assert.That(() => new ObjectClass(name!), Throws.InstanceOf<ArgumentException>());

    [TestCase("device_i", "DEVICE_I", true)]
    [TestCase("__account__", "__ACCOUNT__", true)]
    [TestCase("account", "__ACCOUNT__", false)]
    [TestCase("group", "groups", false)]
    [TestCase("é", "e\u0301", false)]
    [SetCulture("tr-TR")]
    public void Names_compare_ignoring_case_in_every_culture(string left, string right, bool equal)
    {
        Assert.That("i".ToUpper(CultureInfo.CurrentCulture), Is.EqualTo("İ"), "this machine must know Turkish for the test to mean anything");
        var a = new ObjectClass(left);
        var b = new ObjectClass(right);
        Assert.That(a == b, Is.EqualTo(equal));
        Assert.That(a.Equals(b), Is.EqualTo(equal));
        Assert.That(a.GetHashCode() == b.GetHashCode(), Is.EqualTo(equal));
        Assert.That(a != b, Is.Not.EqualTo(equal));
    }

    [Test]
    public void Of_shares_the_well_known_instances()
    {
        Assert.That(ObjectClass.Of("__account__"), Is.SameAs(ObjectClass.Account));
        Assert.That(ObjectClass.Of(ObjectClasses.Group), Is.SameAs(ObjectClass.Group));
        Assert.That(ObjectClass.Of(ObjectClasses.All), Is.SameAs(ObjectClass.All));
        Assert.That(ObjectClass.Of("printer").Name, Is.EqualTo("printer"));
        Assert.That(() => ObjectClass.Of(" "), Throws.ArgumentException);
    }

    [Test]
    public void Only_all_is_all()
    {
        Assert.That(new ObjectClass("__all__").IsAll);
        Assert.That(ObjectClass.Account.IsAll, Is.False);
        Assert.That(new ObjectClass("all").IsAll, Is.False);
    }

    [Test]
    public void Null_equals_only_null()
    {
        ObjectClass? none = null;
        Assert.That(none == null);
        Assert.That(none == ObjectClass.Account, Is.False);
        Assert.That(ObjectClass.Account == none, Is.False);
    }
}
