using Sluice.Testing;

namespace Sluice.Generators.Tests.ObjectClass;

public sealed class ObjectClassFindingTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using Sluice;

        """;

    [TestCase("[ObjectClass(\"a\")] class A { [Uid, Name] public string Id { get; set; } = \"\"; }", "SLC001 at A: A | A")]
    [TestCase("class Outer { [ObjectClass(\"a\")] partial class A { [Uid, Name] public string Id { get; set; } = \"\"; } }", "SLC001 at Outer: Outer | A")]
    [TestCase("[ObjectClass(\"a\")] static partial class A { }", "SLC002 at A: A | an object class has instances, so it cannot be static")]
    [TestCase("[ObjectClass(\"a\")] abstract partial class A { [Uid, Name] public string Id { get; set; } = \"\"; }", "SLC002 at A: A | an object class is a concrete type; move [ObjectClass] to the types derived from it, which inherit its members")]
    [TestCase("[ObjectClass(\"a\")] partial class A<T> { [Uid, Name] public string Id { get; set; } = \"\"; }", "SLC002 at A: A | an object class has one schema, so it cannot be generic")]
    [TestCase("[ObjectClass(\"a\")] file partial class A { [Uid, Name] public string Id { get; set; } = \"\"; }", "SLC002 at A: A | a file-scoped type cannot have a part in another file")]
    [TestCase("file partial class Outer { [ObjectClass(\"a\")] public partial class A { [Uid, Name] public string Id { get; set; } = \"\"; } }", "SLC002 at A: A | a file-scoped type cannot have a part in another file")]
    public void WhatCannotHaveAGeneratedHalfGetsNone(string source, string expected)
    {
        Assert.That(ObjectClassFindings.Of(Usings + source), Is.EqualTo([expected]));
        Assert.That(GeneratorRun.Of(new ObjectClassGenerator(), Usings + source).Generated, Is.Empty);
    }

    [Test]
    public void TheTypeAndAllAroundItArePartial()
        => Assert.That(
            ObjectClassFindings.Of(Usings + "class Far { struct Near { [ObjectClass(\"a\")] class A { [Uid, Name] public string Id { get; set; } = \"\"; } } }"),
            Is.EqualTo(["SLC001 at A: A | A", "SLC001 at Near: Near | A", "SLC001 at Far: Far | A"]));

    [TestCase("DateTime", "has the type DateTime, which is no attribute type; use DateTimeOffset, or DateOnly for a day")]
    [TestCase("DateTime?", "has the type DateTime?, which is no attribute type; use DateTimeOffset, or DateOnly for a day")]
    [TestCase("short", "has the type short, which is no attribute type; use int")]
    [TestCase("byte", "has the type byte, which is no attribute type; use int")]
    [TestCase("uint", "has the type uint, which is no attribute type; use long")]
    [TestCase("ulong", "has the type ulong, which is no attribute type; use decimal")]
    [TestCase("float", "has the type float, which is no attribute type; use double")]
    [TestCase("char", "has the type char, which is no attribute type; use string")]
    [TestCase("TimeSpan", "has the type TimeSpan, which is no attribute type; use string")]
    [TestCase("Uri?", "has the type Uri?, which is no attribute type; use string")]
    [TestCase("Uid?", "has the type Uid?, which is no attribute type; use string")]
    [TestCase("List<byte>?", "has the type List<byte>?, which is no attribute type; use byte[]")]
    [TestCase("ReadOnlyMemory<byte>", "has the type ReadOnlyMemory<byte>, which is no attribute type; use byte[]")]
    [TestCase("HashSet<string>?", "has the type HashSet<string>?, which is no attribute type; use IReadOnlyList, ImmutableArray, List or an array of an attribute type")]
    [TestCase("IList<string>?", "has the type IList<string>?, which is no attribute type; use IReadOnlyList, ImmutableArray, List or an array of an attribute type")]
    [TestCase("string[][]?", "has the type string[][]?, which is no attribute type; use IReadOnlyList, ImmutableArray, List or an array of an attribute type")]
    [TestCase("string[,]?", "has the type string[,]?, which is no attribute type; use IReadOnlyList, ImmutableArray, List or an array of an attribute type")]
    [TestCase("List<DateTime>?", "has the type List<DateTime>?, which is no attribute type; use DateTimeOffset, or DateOnly for a day")]
    [TestCase("IReadOnlyList<int?>?", "has the type IReadOnlyList<int?>?, and a list holds no nulls; use int")]
    [TestCase("Dictionary<string, string>?", "has the type Dictionary<string, string>?, which is no attribute type; attributes are flat: give each entry a member of its own")]
    [TestCase("Address?", "has the type Address?, which is no attribute type; attributes are flat: spread its members over this class, or hold the uid of the other object; [Ignore] leaves the member out")]
    [TestCase("Rights", "has the type Rights, which is no attribute type; a value with several flags is several values: use IReadOnlyList of an enum without [Flags]")]
    [TestCase("Nothing", "has the type Nothing, which is an enum without names")]
    [TestCase("object?", "has the type object?, which is no attribute type; an attribute has one type: string, bool, int, long, double, decimal, DateTimeOffset, DateOnly, Guid, byte[], GuardedString or an enum")]
    public void AnUnsupportedTypeIsRefusedWithItsNeighbour(string type, string reason)
    {
        var source = Usings + $$"""
            public record Address(string Street);
            [Flags] public enum Rights { Read = 1, Write = 2 }
            public enum Nothing;
            [ObjectClass("a")]
            public partial record A([Uid, Name] string Id, {{type}} Bad, string? Good);
            """;
        Assert.That(ObjectClassFindings.Of(source), Is.EqualTo([$"SLC008 at Bad: Bad | {reason}"]));
        // All else is generated, and the file is free of other errors.
        var text = GeneratorRun.Of(new ObjectClassGenerator(), source).Source("A.g.cs");
        Assert.That(text, Does.Contain("Good: attributes.Optional<string>(2)").And.Contain("Bad: default!"));
    }

    [TestCase("public string Id { get; set; } = \"\";", "SLC007 at A: A | no member is [Uid]; put it on the one that identifies the object as long as it exists", "SLC007 at A: A | no member is [Name]; put it on the one that people know the object by")]
    [TestCase("[Uid] public string Id { get; set; } = \"\";", "SLC007 at A: A | no member is [Name]; put it on the one that people know the object by")]
    [TestCase("[Name] public string Id { get; set; } = \"\";", "SLC007 at A: A | no member is [Uid]; put it on the one that identifies the object as long as it exists")]
    [TestCase("[Uid, Name] public string Id { get; set; } = \"\"; [Uid] public string Other { get; set; } = \"\";", "SLC007 at Uid: A | Id and Other are both [Uid]; leave it on one of them")]
    [TestCase("[Uid] public string Id { get; set; } = \"\"; [Name] public string One { get; set; } = \"\"; [Name] public string Two { get; set; } = \"\";", "SLC007 at Name: A | One and Two are both [Name]; leave it on one of them")]
    [TestCase("[Uid, Name] public string Id { set { } }", "SLC007 at Id: A | the [Uid] member Id cannot be read here; give it a get accessor", "SLC007 at Id: A | the [Name] member Id cannot be read here; give it a get accessor")]
    [TestCase("[Uid, Name] public decimal Id { get; set; }", "SLC008 at Id: Id | has the type decimal, which identifies nothing; a uid or a name is a string, Uid, Name, Guid, int or long")]
    [TestCase("[Uid, Name] public Guid? Id { get; set; }", "SLC008 at Id: Id | has the type Guid?, which identifies nothing; a uid or a name is a string, Uid, Name, Guid, int or long")]
    [TestCase("[Uid, Name, Enabled] public string Id { get; set; } = \"\";", "SLC009 at Enabled: Id | cannot be the uid or the name and __ENABLE__ too; keep one annotation")]
    [TestCase("[Uid, Name, ObjectAttribute(\"x\")] public string Id { get; set; } = \"\";", "SLC009 at ObjectAttribute(\"x\"): Id | is the uid or the name of the object, which has a name already; leave out \"x\"")]
    public void UidAndName(string members, params string[] expected) => AssertFindings($"[ObjectClass(\"a\")] public partial class A {{ {members} }}", expected);

    [TestCase("public string? Mail { get; set; } public string? MAIL { get; set; }", "SLC009 at MAIL: MAIL | has the attribute name mail, and so has Mail (names compare ignoring case); give one of them another name")]
    [TestCase("public string? Mail { get; set; } [ObjectAttribute(\"MAIL\")] public string? Other { get; set; }", "SLC009 at ObjectAttribute(\"MAIL\"): Other | has the attribute name MAIL, and so has Mail (names compare ignoring case); give one of them another name")]
    [TestCase("[ObjectAttribute(\"__MAIL__\")] public string? Mail { get; set; }", "SLC009 at ObjectAttribute(\"__MAIL__\"): Mail | is named __MAIL__, a form that is kept for the names in Sluice.AttributeNames; use another name")]
    [TestCase("public string? __Mail__ { get; set; }", "SLC009 at __Mail__: __Mail__ | is named __Mail__, a form that is kept for the names in Sluice.AttributeNames; use another name")]
    [TestCase("[ObjectAttribute(\"__UID__\")] public string? Mail { get; set; }", "SLC009 at ObjectAttribute(\"__UID__\"): Mail | is named __UID__; annotate it with [Uid] instead")]
    [TestCase("[ObjectAttribute(\"__name__\")] public string? Mail { get; set; }", "SLC009 at ObjectAttribute(\"__name__\"): Mail | is named __NAME__; annotate it with [Name] instead")]
    [TestCase("[ObjectAttribute(\" \")] public string? Mail { get; set; }", "SLC009 at ObjectAttribute(\" \"): Mail | has a blank attribute name; leave it out for the member's own, or give one")]
    [TestCase("[Enabled, ObjectAttribute(\"on\")] public bool On { get; set; }", "SLC009 at ObjectAttribute(\"on\"): On | is __ENABLE__ by its annotation; leave out \"on\"")]
    [TestCase("[Enabled] public string? On { get; set; }", "SLC008 at On: On | is __ENABLE__, which is true or false; its type is bool")]
    [TestCase("[LockedOut] public bool[]? On { get; set; }", "SLC008 at On: On | is __LOCK_OUT__, which is true or false; its type is bool")]
    [TestCase("[Password] public string? Secret { get; set; }", "SLC406 at Secret: Secret | holds a secret; its type is GuardedString")]
    [TestCase("[ObjectAttribute(AttributeNames.CurrentPassword)] public string? Secret { get; set; }", "SLC406 at Secret: Secret | holds a secret; its type is GuardedString")]
    public void NamesOfAttributes(string members, params string[] expected)
        => AssertFindings($"[ObjectClass(\"a\")] public partial class A {{ [Uid, Name] public string Id {{ get; set; }} = \"\"; {members} }}", expected);

    [TestCase("\"\"", "SLC009 at ObjectClass(\"\"): A | has a blank object class name; give one, for instance ObjectClasses.Account")]
    [TestCase("ObjectClasses.All", "SLC009 at ObjectClass(ObjectClasses.All): A | is named __ALL__, which is the class of no object; name the class of its objects")]
    public void NamesOfClasses(string name, string expected) => AssertFindings($"[ObjectClass({name})] public partial record A([Uid, Name] string Id);", expected);

    [Test]
    public void AConstructorMustTakeAttributesOnly()
        => AssertFindings(
            "[ObjectClass(\"a\")] public partial class A { public A(string id, IDisposable connection) => Id = id; [Uid, Name] public string Id { get; } }",
            "SLC002 at A: A | no constructor takes only its attributes: give each parameter the name and type of a property, or a default value");

    [Test]
    public void WhatALibrarysBaseClassHasBesideIsLeftOut()
        => AssertFindings("[ObjectClass(\"a\")] public partial class A : System.IO.MemoryStream { [Uid, Name] public string Id { get; init; } = \"\"; }");

    [Test]
    public void WellKnownNamesAreFree()
        => AssertFindings("[ObjectClass(\"a\")] public partial record A([Uid, Name] string Id, [ObjectAttribute(AttributeNames.Groups)] string[] Groups, [ObjectAttribute(AttributeNames.LastLoginDate)] DateTimeOffset? Seen);");

    [Test]
    public void ATypeThatTheCompilerDoesNotKnowIsItsBusiness()
        => Assert.That(ObjectClassFindings.Of(Usings + "[ObjectClass(\"a\")] public partial record A([Uid, Name] string Id, Unknown One, List<Unknown> Many);"), Is.Empty);

    private static void AssertFindings(string source, params string[] expected)
    {
        Assert.That(ObjectClassFindings.Of(Usings + source), Is.EqualTo(expected));
        // Whatever is wrong, the half that is generated compiles.
        Assert.That(GeneratorRun.Of(new ObjectClassGenerator(), Usings + source).Generated, Has.Length.EqualTo(1));
    }
}
