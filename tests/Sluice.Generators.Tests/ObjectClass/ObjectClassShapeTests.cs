using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Sluice.Testing;

namespace Sluice.Generators.Tests.ObjectClass;

/// <summary>Whatever the type looks like, its generated half compiles without a warning and maps it there and back.</summary>
public sealed class ObjectClassShapeTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Diagnostics.CodeAnalysis;
        using Sluice;

        """;

    // The attributes after a round trip, in order.
    private const string Scenario = """

        public static class Scenario
        {
            public static string Run()
            {
                var first = Trip(A.Sample());
                var second = Trip(ObjectMapping.Of<A>().FromConnectorObject(first));
                if (!first.Equals(second))
                    throw new InvalidOperationException("It came back changed.");
                var text = new List<string>();
                foreach (var attribute in first)
                    text.Add(attribute.Name + "=" + (attribute.Value is object[] many ? "[" + string.Join(",", many) + "]" : attribute.Value));
                return string.Join(" ", text);
            }

            private static ConnectorObject Trip(A typed)
            {
                var untyped = ObjectMapping.Of<A>().ToConnectorObject(typed);
                return ((IMappedObject)typed).Uid == untyped.Uid ? untyped : throw new InvalidOperationException("Two uids.");
            }
        }
        """;

    private static IEnumerable<TestCaseData> Shapes =>
    [
        new TestCaseData(
            "[ObjectClass(\"a\")] public partial record A([property: Uid] string Id, [Name] string Login, int Age = 3) { public static A Sample() => new(\"1\", \"ada\"); }",
            "__UID__=1 __NAME__=ada age=3") { TestName = "AttributesOnParametersAndTheirProperties" },
        new TestCaseData(
            "[ObjectClass(\"a\")] public partial class A { [Uid] public string Id { get; set; } = \"1\"; [Name] public string Login { get; internal set; } = \"ada\"; public required int Age { get; init; } public static A Sample() => new() { Age = 4 }; }",
            "__UID__=1 __NAME__=ada age=4") { TestName = "SettableInitAndRequiredMembers" },
        new TestCaseData(
            "[ObjectClass(\"a\")] public sealed partial class A([Uid, Name] string id) { public string Id { get; } = id; public string Upper => Id.ToUpperInvariant(); public static A Sample() => new(\"x\"); }",
            "__UID__=x __NAME__=x upper=X") { TestName = "APrimaryConstructorAndAComputedProperty" },
        new TestCaseData(
            """
            public abstract class Entry { [Uid] public string Id { get; protected set; } = "1"; public virtual string? Mail { get; set; } internal int Hidden { get; set; } private protected string Other => ""; }
            [ObjectClass("base")] public partial class Base : Entry { [Name] public string Login { get; set; } = "ada"; public int? Age { get; set; } }
            [ObjectClass("a")] public sealed partial class A : Base { public override string? Mail { get => base.Mail; set => base.Mail = value; } public new long? Age { get; set; } public static A Sample() => new() { Mail = "m", Age = 1L << 40 }; }
            """,
            "__UID__=1 __NAME__=ada mail=m age=1099511627776") { TestName = "MembersOfAnnotatedAndPlainBases" },
        new TestCaseData(
            """
            [ObjectClass("base")] public partial record Base([Uid] string Id, [Name] string Login);
            [ObjectClass("a")] public sealed partial record A(string Id, string Login, [ObjectAttribute("years")] int Age) : Base(Id, Login) { public static A Sample() => new("1", "ada", 5); }
            """,
            "__UID__=1 __NAME__=ada years=5") { TestName = "ARecordOfARecord" },
        new TestCaseData(
            """
            public abstract record Base { public abstract string Id { get; } }
            [ObjectClass("a")] public sealed partial record A([Uid] string Key, [Name] string Login) : Base { [Ignore] public override string Id => Key; public static A Sample() => new("1", "ada"); }
            """,
            "__UID__=1 __NAME__=ada") { TestName = "AnIgnoredOverride" },
        new TestCaseData(
            """
            [ObjectClass("a")] public partial class A
            {
                private A(string id, string login, int age) { Id = id; Login = login; Age = age; Tag = this; }
                private A(string id) : this(id, "", 0) { }
                [Uid] public string Id { get; }
                [Name] public string Login { get; }
                public int Age { get; }
                public string? Note { get; private set; }
                [Ignore] public object Tag { get; }
                public static A Sample() => new("1", "ada", 6) { Note = "n" };
            }
            """,
            "__UID__=1 __NAME__=ada age=6 note=n") { TestName = "PrivateConstructorsAndSetters" },
        new TestCaseData(
            """
            [ObjectClass("a")] public partial class A
            {
                [SetsRequiredMembers] public A(string id, string login) { Id = id; Login = login; Field = ""; }
                public required string Field;
                [Uid] public required string Id { get; init; }
                [Name] public required string Login { get; init; }
                public static A Sample() => new("1", "ada");
            }
            """,
            "__UID__=1 __NAME__=ada") { TestName = "AConstructorThatSetsRequiredMembers" },
        new TestCaseData(
            """
            [ObjectClass("a")] public partial class A
            {
                public A(string id) => Id = id;
                public required string Field;
                [Uid] public required string Id { get; init; }
                [Name] public required string Login { get; init; }
                public static A Sample() => new("1") { Id = "1", Login = "ada", Field = "" };
            }
            """,
            "__UID__=1 __NAME__=ada") { TestName = "AConstructorThatDoesNot" },
        new TestCaseData(
            """
            public interface ITitled { string Title { get; } }
            [ObjectClass("a")] public partial class A : ITitled, IMappedObject
            {
                [Uid] public string Uid { get; set; } = "1";
                [Name] internal string Name { get; set; } = "ada";
                string ITitled.Title => "";
                public string this[int index] => "";
                public static string Shared => "";
                public string WriteOnly { set { } }
                private string Secret { get; set; } = "";
                public ref int Number => ref _number;
                private int _number;
                public static A Sample() => new();
            }
            """,
            "__UID__=1 __NAME__=ada") { TestName = "WhatIsNoAttribute" },
        new TestCaseData(
            """
            [ObjectClass("a")] public partial class A
            {
                [Uid] public string source { get; set; } = "1";
                [Name] public string slot { get; set; } = "ada";
                public string? attributes { get; set; } = "a";
                public string? Instance { get; set; } = "b";
                public string? Mapping { get; set; } = "c";
                public string? AMapping { get; set; } = "d";
                public string? AMapping_ { get; set; } = "e";
                public bool Box { get; set; } = true;
                public string[]? List { get; set; } = ["f"];
                public string? NameOf { get; set; } = "g";
                public string? Absent { get; set; } = "h";
                public string? Info { get; set; } = "i";
                public string? Read { get; set; } = "j";
                public string? Sluice { get; set; } = "k";
                public string? System { get; set; } = "l";
                public string? result { get; set; } = "m";
                public DateTimeOffset Build { get; set; } = DateTimeOffset.UnixEpoch.AddDays(0);
                public string? values { get; set; } = "n";
                public static A Sample() => new();
            }
            """,
            "__UID__=1 __NAME__=ada attributes=a instance=b mapping=c aMapping=d aMapping_=e box=True list=[f] nameOf=g absent=h info=i read=j sluice=k system=l result=m build=01/01/1970 00:00:00 +00:00 values=n") { TestName = "MembersNamedLikeGeneratedOnes" },
        new TestCaseData(
            """
            [ObjectClass("a")] public partial record A([Uid, Name] string @class, string[] @params, [ObjectAttribute("in \"quotes\"\n")] bool? @true)
            {
                public string? @when { get; set; }
                public static A Sample() => new("1", ["p"], null) { @when = "w" };
            }
            """,
            "__UID__=1 __NAME__=1 params=[p] in \"quotes\"\n= when=w") { TestName = "KeywordsAsNames" },
        new TestCaseData(
            """
            [ObjectClass("a")] public partial class A
            {
                public class Attributes;
                [Uid, Name] public string Id { get; set; } = "1";
                public static A Sample() => new();
            }
            [ObjectClass("attributes")] public partial record Attributes([Uid, Name] string Id);
            """,
            "__UID__=1 __NAME__=1") { TestName = "AttributesIsTaken" },
        new TestCaseData(
            """
            public abstract class Entry { public string? Attributes { get; set; } }
            [ObjectClass("a")] public sealed partial class A : Entry { [Uid, Name] public string Id { get; set; } = "1"; public static A Sample() => new() { Attributes = "x" }; }
            """,
            "__UID__=1 __NAME__=1 attributes=x") { TestName = "AttributesIsAnInheritedMember" },
        new TestCaseData(
            """
            public static class First { public enum Kind { One } }
            public static class Second { public enum Kind : ulong { One = 1, Two = ulong.MaxValue } }
            [ObjectClass("a")] public partial record A([Uid, Name] string Id, First.Kind Left, Second.Kind? Right, IReadOnlyList<Second.Kind> Many, A.Kind Own = A.Kind.Three)
            {
                public enum Kind { Three = -3 }
                public static A Sample() => new("1", First.Kind.One, Second.Kind.Two, [Second.Kind.One]);
            }
            """,
            "__UID__=1 __NAME__=1 left=One right=Two many=[One] own=Three") { TestName = "EnumsOfOneName" },
        new TestCaseData(
            """
            [Obsolete] public enum Old { [Obsolete] One, [Obsolete("gone", error: true)] Two }
            [ObjectClass("a")] public partial class A
            {
                [Uid, Name] public string Id { get; set; } = "1";
            #pragma warning disable CS0612
                [Obsolete] public Old Kind { get; set; }
            #pragma warning restore CS0612
                public static A Sample() => new();
            }
            """,
            "__UID__=1 __NAME__=1 kind=One") { TestName = "ObsoleteMembers" },
        new TestCaseData(
            """
            public abstract class Base { [ObjectAttribute] public string? Note { private get; set; } [Password] public GuardedString? Password { set { } } }
            [ObjectClass("a")] public partial class A : Base { [Uid, Name] public string Id { get; set; } = "1"; public static A Sample() => new() { Note = "n", Password = null }; }
            """,
            "__UID__=1 __NAME__=1") { TestName = "WhatCannotBeReadIsNeverReturned" },
        new TestCaseData(
            """
            [ObjectClass("a")] public partial record A([Uid, Name] string Id, IEnumerable<string?> Texts, List<string?>? More = null) { public static A Sample() => new("1", ["t"], ["m"]); }
            """,
            "__UID__=1 __NAME__=1 texts=[t] more=[m]") { TestName = "ItemsThatMightBeNull" },
        new TestCaseData(
            """
            #nullable disable
            [ObjectClass("a")] public partial record A([Uid] string Id, [Name] string Login, string Mail, List<string> Groups) { public static A Sample() => new("1", "ada", null, null); }
            #nullable restore
            """,
            "__UID__=1 __NAME__=ada mail= groups=") { TestName = "AnObliviousPartOfANullableProject" },
        new TestCaseData(
            """
            [ObjectClass("a")] public partial record A([Uid] string Id, string URL, string XMLName, string DisplayName, string iPhone)
            {
                [Name, ObjectAttribute(NotUpdateable = true, Description = "d")] public string? Login { get; init; }
                public static A Sample() => new("1", "u", "x", "d", "i") { Login = "ada" };
            }
            """,
            "__UID__=1 __NAME__=ada url=u xmlName=x displayName=d iPhone=i") { TestName = "CamelCase" },
    ];

    [TestCaseSource(nameof(Shapes))]
    public async Task MapsThereAndBack(string source, string expected)
    {
        using var emitted = GeneratorRun.Of(new ObjectClassGenerator(), Usings + source + Scenario).Emit();
        Assert.That(await emitted.RunAsync(), Is.EqualTo(expected));
    }

    [Test]
    public async Task InContainersOfEveryKind()
    {
        const string Source = """
            namespace @namespace.Demo
            {
                public partial interface IOuter
                {
                    partial record struct Middle<in1>
                    {
                        internal sealed partial class Generic<T> where T : class
                        {
                            [ObjectClass("nested")]
                            private sealed partial record Hidden([Uid, Name] string Id, Generic<T>.Kind Kind);

                            public enum Kind { One }

                            internal static string Run() => ObjectMapping.Of<Hidden>().ToConnectorObject(new Hidden("1", Kind.One))["kind"] as string ?? "";
                        }

                        internal static string Run() => Generic<string>.Run();
                    }

                    public static string Run() => Middle<int>.Run();
                }
            }

            public static class Scenario { public static string Run() => @namespace.Demo.IOuter.Run(); }
            """;
        var run = GeneratorRun.Of(new ObjectClassGenerator(), Usings + Source, new() { Allow = ["CS8981"] });
        Assert.That(run.HintNames, Is.EqualTo(["namespace.Demo.IOuter.Middle_1.Generic_1.Hidden.g.cs"]));
        using var emitted = run.Emit();
        Assert.That(await emitted.RunAsync(), Is.EqualTo("One"));
    }

    [Test]
    public void InSeveralPartsOneOfThemIsEnough()
    {
        var run = GeneratorRun.Of(
            new ObjectClassGenerator(),
            ["using Sluice; partial class A { public string? Second { get; set; } }", "using Sluice; [ObjectClass(\"a\")] partial class A { [Uid, Name] public string First { get; set; } = \"\"; }"]);
        Assert.That(run.HintNames, Is.EqualTo(["A.g.cs"]));
        Assert.That(run.Source("A.g.cs"), Does.Contain("source.Second").And.Contain("source.First"));
    }

    [Test]
    public void WithTheAttributeTwiceThereIsStillOneFile()
    {
        var run = GeneratorRun.OfBroken(
            ["using Sluice; [ObjectClass(\"a\")] partial class A { [Uid, Name] public string First { get; set; } = \"\"; }", "using Sluice; [ObjectClass(\"b\"), ObjectClass(\"c\")] partial class A;"],
            new() { Generators = [new ObjectClassGenerator()] });
        Assert.That(run.HintNames, Is.EqualTo(["A.g.cs"]));
    }

    [Test]
    public void NamesThatDifferInCaseOnlyGetFilesOfTheirOwn()
        => Assert.That(
            GeneratorRun.Of(new ObjectClassGenerator(), Usings + "[ObjectClass(\"a\")] partial record Person([Uid, Name] string Id); [ObjectClass(\"b\")] partial record PERSON([Uid, Name] string Id);").HintNames.Count(),
            Is.EqualTo(2));

    [TestCase("[ObjectClass(\"a\")] partial record struct A([Uid, Name] string Id);")]
    [TestCase("[ObjectClass(\"a\")] partial struct A { [Uid, Name] public string Id { get; set; } }")]
    [TestCase("[ObjectClass(\"a\")] partial interface A { [Uid, Name] string Id { get; set; } }")]
    public void OnlyClassesAreObjectClasses(string source)
        => Assert.That(GeneratorRun.OfBroken(Usings + source, new() { Generators = [new ObjectClassGenerator()] }).Generated, Is.Empty);

    [TestCase(true)]
    [TestCase(false)]
    public void BasesAndEnumsFromReferencedAssemblies(bool asSource)
    {
        const string Library = """
            using Sluice;
            #nullable enable
            namespace Library;
            public enum Kind { One, Two }
            public abstract class Entry { [Uid] public string Id { get; set; } = "1"; public Kind Kind { get; set; } = Kind.Two; public System.IO.Stream? Stream { get; set; } internal string? Hidden { get; set; } }
            public record Titled([Name] string Title);
            """;
        var consumer = new Consumer();
        var library = CSharpCompilation.Create("Library", [CSharpSyntaxTree.ParseText(Library)], consumer.References, new(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        Assert.That(library.Emit(image).Success);
        MetadataReference reference = asSource ? library.ToMetadataReference() : MetadataReference.CreateFromImage(image.ToArray());
        var run = GeneratorRun.Of(
            new ObjectClassGenerator(),
            Usings + "[ObjectClass(\"a\")] public partial class A : Library.Entry { [Name] public string Login { get; set; } = \"\"; } [ObjectClass(\"b\")] public partial record B([Uid] string Id, string Title) : Library.Titled(Title);",
            consumer with { References = [.. consumer.References, reference] });
        Assert.That(run.Source("A.g.cs"), Does.Contain("global::Library.Kind.Two => \"Two\"").And.Contain("source.Id").And.Not.Contain("Stream"));
        Assert.That(run.Source("B.g.cs"), Does.Contain("Id: attributes.Uid()").And.Contain("Title: attributes.Name()"));
    }

    [Test]
    public void AnObsoleteTypeIsNoNewUseOfItself()
        => Assert.That(
            GeneratorRun.Of(new ObjectClassGenerator(), Usings + "[Obsolete] public static partial class Outer { [Obsolete] public enum Kind { One } [Obsolete, ObjectClass(\"a\")] public partial record A([Uid, Name] string Id, Kind Kind); }").Generated,
            Has.Length.EqualTo(1));

    [TestCase(true)]
    [TestCase(false)]
    public void CompilesInEitherNullableContext(bool nullable)
    {
        var consumer = new Consumer { Nullable = nullable };
        Assert.That(GeneratorRun.Of(new ObjectClassGenerator(), ObjectClassSnapshotTests.Record.Replace("string?", "string", StringComparison.Ordinal), consumer).Generated, Has.Length.EqualTo(1));
        Assert.That(GeneratorRun.Of(new ObjectClassGenerator(), ObjectClassSnapshotTests.Oblivious, consumer).Generated, Has.Length.EqualTo(1));
        Assert.That(GeneratorRun.Of(new ObjectClassGenerator(), "#nullable enable\n" + ObjectClassSnapshotTests.Class, consumer).Generated, Has.Length.EqualTo(1));
    }
}
