using System.Collections.Immutable;

namespace Sluice.Tests.Model;

public class ObjectAttributeTests
{
    private static readonly object[] Lists =
    [
        new[] { "a", "b" }, new List<string> { "a", "b" }, ImmutableArray.Create("a", "b"), new object[] { "a", "b" },
    ];

    [TestCaseSource(nameof(Lists))]
    public void Any_list_of_supported_values_is_multi_valued(object list)
    {
        var attribute = new ObjectAttribute("tags", list);
        Assert.That(attribute.IsMultiValued);
        Assert.That(attribute.Values, Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public void Null_empty_and_single_are_different_things()
    {
        Assert.That(new ObjectAttribute("a", null).Value, Is.Null);
        Assert.That(new ObjectAttribute("a", null).IsMultiValued, Is.False);
        Assert.That(new ObjectAttribute("a", Array.Empty<int>()).IsMultiValued);
        Assert.That(new ObjectAttribute("a", Array.Empty<int>()).Values, Is.Empty);
        Assert.That(new ObjectAttribute("a", 5).Values, Is.EqualTo(new object[] { 5 }));
        Assert.That(new ObjectAttribute("a", new byte[] { 1, 2 }).IsMultiValued, Is.False);
    }

    [Test]
    public void What_the_caller_can_change_is_copied()
    {
        var bytes = new byte[] { 1 };
        var list = new List<object> { bytes };
        var single = new ObjectAttribute("a", bytes);
        var many = new ObjectAttribute("b", list);
        bytes[0] = 9;
        list.Clear();
        Assert.That(single.Value, Is.EqualTo(new byte[] { 1 }));
        Assert.That(many.Values[0], Is.EqualTo(new byte[] { 1 }));
    }

    private static readonly object?[][] Refused =
    [
        ["", "x"],
        ["a", new string?[] { "x", null }],
        ["a", new object[] { new[] { "nested" } }],
        ["a", new Dictionary<string, string>(StringComparer.Ordinal) { ["k"] = "v" }],
        ["__PASSWORD__", "secret"],
        ["__current_password__", new[] { "secret" }],
        ["__UID__", 5],
        ["__NAME__", " "],
    ];

    [TestCaseSource(nameof(Refused))]
    public void What_is_no_attribute_is_refused(string name, object value) =>
        Assert.That(() => new ObjectAttribute(name, value), Throws.InstanceOf<ArgumentException>().With.Message.Not.Contains("secret'"));

    [Test]
    public void It_prints_its_name_only() => Assert.That(new ObjectAttribute("mail", "ada@example.org").ToString(), Is.EqualTo("mail"));
}
