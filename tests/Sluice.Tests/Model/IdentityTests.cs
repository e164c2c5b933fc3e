namespace Sluice.Tests.Model;

public class IdentityTests
{
    [TestCase(null)]
    [TestCase("")]
    [TestCase(" ")]
    public void Blank_is_refused(string? text)
    {
        Assert.That(() => new Uid(text!), Throws.InstanceOf<ArgumentException>());
        Assert.That(() => new Name(text!), Throws.InstanceOf<ArgumentException>());
    }

    [TestCase("a", "a", true)]
    [TestCase("a", "A", false)]
    [TestCase("é", "e\u0301", false)]
    [TestCase("x", "x ", false)]
    public void Uids_and_names_compare_exactly(string left, string right, bool equal)
    {
        Assert.That(new Uid(left) == right, Is.EqualTo(equal));
        Assert.That(new Uid(left) != right, Is.Not.EqualTo(equal));
        Assert.That(new Name(left) == right, Is.EqualTo(equal));
        Assert.That(new Name(left).Equals((object)new Name(right)), Is.EqualTo(equal));
    }

    [Test]
    public void The_default_has_no_value_and_does_not_print_one()
    {
        Assert.That(default(Uid).IsDefault);
        Assert.That(() => default(Uid).Value, Throws.InvalidOperationException);
        Assert.That(() => default(Name).Value, Throws.InvalidOperationException);
        Assert.That(default(Uid).ToString(), Is.Empty);
        Assert.That(default(Uid) == default, Is.True);
        Assert.That(default(Uid) == "a", Is.False);
    }
}
