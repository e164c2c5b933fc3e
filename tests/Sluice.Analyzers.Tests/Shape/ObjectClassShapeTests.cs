using Sluice.Analyzers.Shape;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Shape;

/// <summary>What keeps an object class from being generated completely, where it is underlined, and what the user reads.</summary>
public sealed class ObjectClassShapeTests
{
    [TestCase("[ObjectClass(\"a\")] record {|SLC001:Person|}([Uid, Name] string Id);",
        "Make 'Person' partial: the generated half of 'Person' cannot be written otherwise")]
    [TestCase("class {|SLC001:Outer|} { partial struct Middle { [ObjectClass(\"a\")] partial record Person([Uid, Name] string Id); } }",
        "Make 'Outer' partial: the generated half of 'Person' cannot be written otherwise")]
    [TestCase("[ObjectClass(\"a\")] abstract partial record {|SLC002:Person|}([Uid, Name] string Id);",
        "Code for 'Person' cannot be generated as it stands: an object class is a concrete type; move [ObjectClass] to the types derived from it, which inherit its members")]
    [TestCase("[ObjectClass(\"a\")] file partial record {|SLC002:Person|}([Uid, Name] string Id);",
        "Code for 'Person' cannot be generated as it stands: a file-scoped type cannot have a part in another file")]
    [TestCase("[ObjectClass(\"a\")] partial record {|SLC007:Person|}([Uid] string Id);",
        "'Person' needs one [Uid] and one [Name]: no member is [Name]; put it on the one that people know the object by")]
    [TestCase("[ObjectClass(\"a\")] partial record Person([Uid, Name] string Id, [{|SLC007:Uid|}] string Key);",
        "'Person' needs one [Uid] and one [Name]: Id and Key are both [Uid]; leave it on one of them")]
    [TestCase("[ObjectClass(\"a\")] partial record Person([Uid, Name] string Id, System.DateTime {|SLC008:Born|});",
        "'Born' has the type DateTime, which is no attribute type; use DateTimeOffset, or DateOnly for a day")]
    [TestCase("[ObjectClass(\"a\")] partial record Person([Uid, Name] string Id, [Password] string? {|SLC406:Password|});",
        "'Password' holds a secret; its type is GuardedString")]
    [TestCase("[ObjectClass(\"a\")] partial record Person([Uid, Name] string Id, string? Mail, [{|SLC009:ObjectAttribute(\"MAIL\")|}] string? Other);",
        "'Other' has the attribute name MAIL, and so has Mail (names compare ignoring case); give one of them another name")]
    [TestCase("[ObjectClass(\"a\")] partial record Person([Uid, Name] string Id, [{|SLC009:ObjectAttribute(\"__MAIL__\")|}] string? Mail);",
        "'Mail' is named __MAIL__, a form that is kept for the names in Sluice.AttributeNames; use another name")]
    [TestCase("[{|SLC009:ObjectClass(\" \")|}] partial record Person([Uid, Name] string Id);",
        "'Person' has a blank object class name; give one, for instance ObjectClasses.Account")]
    public async Task IsReported(string source, string message)
    {
        var found = await Verify<ObjectClassShapeAnalyzer>.Reports($"using Sluice; {source}");

        Assert.That(found.Select(diagnostic => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(new[] { message }));
    }

    [Test]
    public async Task EachMistakeIsReportedOnceAndKeepsTheOthersVisible() => await Verify<ObjectClassShapeAnalyzer>.Reports("""
        using Sluice;

        [ObjectClass(ObjectClasses.Account)]
        public partial class {|SLC007:Person|}
        {
            [Uid] public string Id { get; init; } = "";
            public System.TimeSpan {|SLC008:Age|} { get; init; }
            [{|SLC009:ObjectAttribute("id")|}] public string? First { get; init; }
            [{|SLC009:ObjectAttribute("ID")|}] public string? Second { get; init; }
        }
        """.Replace("[{|SLC009:ObjectAttribute(\"id\")|}]", "[ObjectAttribute(\"id\")]", StringComparison.Ordinal));

    [TestCase("[ObjectClass(ObjectClasses.Account)] public sealed partial record Person([Uid] string Id, [Name] string Login, string? Mail, [Enabled] bool Enabled);")]
    [TestCase("public record Person([Uid] string Id, System.DateTime Born);")]
    [TestCase("[{|CS0592:ObjectClass|}(\"a\")] public struct Person { }")]
    [TestCase("partial class Outer<T> { [ObjectClass(\"a\")] public partial record Person([property: Uid, Name] string Id); }")]
    public async Task NothingIsWrong(string source) => await Verify<ObjectClassShapeAnalyzer>.Clean($"using Sluice; {source}");

    [Test]
    public async Task ASharedBaseClassIsUnderlinedWhereTheMemberIs() => await Verify<ObjectClassShapeAnalyzer>.Reports(
    [
        ("Entry.cs", "using Sluice; public abstract class Entry { [Uid, Name] public string Id { get; init; } = \"\"; public System.Uri? {|SLC008:Home|} { get; init; } }"),
        ("Person.cs", "using Sluice; [ObjectClass(\"person\")] public partial class Person : Entry { }"),
    ]);
}
