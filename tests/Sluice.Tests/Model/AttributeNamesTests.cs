namespace Sluice.Tests.Model;

public class AttributeNamesTests
{
    [TestCase("__ENABLE__", true)]
    [TestCase("__anything__", true)]
    [TestCase("__", false)]
    [TestCase("____", false)]
    [TestCase("__x", false)]
    [TestCase("mail", false)]
    public void Reserved_is_the_underscored_form(string name, bool reserved) =>
        Assert.That(AttributeNames.IsReserved(name), Is.EqualTo(reserved));

    [TestCase(AttributeNames.Password, true)]
    [TestCase("__enable__", true)]
    [TestCase(AttributeNames.Groups, false)]
    [TestCase("mail", false)]
    public void Operational_attributes_control_an_account(string name, bool operational) =>
        Assert.That(AttributeNames.IsOperational(name), Is.EqualTo(operational));

    [Test]
    [SetCulture("tr-TR")]
    public void Names_compare_ignoring_case_in_every_culture() =>
        Assert.That(AttributeNames.Comparer.Equals("mail", "MAIL"));
}
