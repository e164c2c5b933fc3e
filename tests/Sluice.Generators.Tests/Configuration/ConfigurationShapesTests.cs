using Sluice.Testing;

namespace Sluice.Generators.Tests.Configuration;

/// <summary>Where a configuration may stand and what it may look like: the output compiles without a warning, in each nullable context.</summary>
[TestFixture(true)]
[TestFixture(false)]
public sealed class ConfigurationShapesTests(bool nullable)
{
    private const string Usings = "using System; using System.Collections.Generic; using System.ComponentModel.DataAnnotations; using Sluice;\n";

    private static IEnumerable<TestCaseData> Shapes()
    {
        yield return Case("Showcase", ConfigurationSnapshotTests.Showcase, "Demo.HrConfiguration.g.cs");
        yield return Case("Record", ConfigurationSnapshotTests.Record, "Demo.DirectoryConfiguration.g.cs");
        yield return Case("Empty", Usings + "[ConnectorConfiguration] partial class C;", "C.g.cs");
        yield return Case("Global namespace", Usings + "[ConnectorConfiguration] public partial class C { [Range(1, 2)] public int Size { get; set; } = 1; }", "C.g.cs");
        yield return Case("Nested", Usings + "namespace N; partial record Outer<T> { internal partial struct Middle { [ConnectorConfiguration] private partial class C { public int Size { get; set; } } } }", "N.Outer_1.Middle.C.g.cs");
        yield return Case("Generic", Usings + "namespace N; [ConnectorConfiguration] public partial class C<T> where T : class { [Required] public string Key { get; set; } = \"\"; }", "N.C_1.g.cs");
        yield return Case("Keywords", Usings + "namespace @namespace.@if; [ConnectorConfiguration] public partial class @class { public enum @enum { @true, @false } [Required] public string @event { get; set; } = \"\"; public @enum @new { get; set; } public int binder { get; set; } public int fresh { get; set; } public int validation { get; set; } }", "namespace.if.class.g.cs");
        yield return Case("Keywords in a constructor", Usings + "[ConnectorConfiguration] public partial record R(string @base, long @default = 3);", "R.g.cs");
        yield return Case("Names of ours", Usings + "namespace Sluice.Runtime.System; [ConnectorConfiguration] public partial class global { public int Properties { get; set; } public int Check { get; set; } [Required] public string Snapshot { get; set; } = \"\"; public int Bind { get; set; } }", "Sluice.Runtime.System.global.g.cs");
        yield return Case("Primary constructor", Usings + "[ConnectorConfiguration] public partial class C(string host, Uri address, int port = -1) { public string Host { get; } = host.Trim(); public Uri Address { get; init; } = address; public int Port => port; public int PORT { get; set; } }", "C.g.cs");
        yield return Case("Ignored parameters", Usings + "[ConnectorConfiguration] public partial record R(string Host, [Ignore] int Port = 1, [property: Ignore] object? Other = null, string Word = \"\");", "R.g.cs");
        yield return Case("Several constructors", Usings + "[ConnectorConfiguration] public partial class C { public C(int size) => Size = size; public C(int size, string key) : this(size) => Key = key; public C(int size, DateTime other) : this(size) => _ = other; public int Size { get; } public string Key { get; } = \"\"; public int Silent { private get; set; } }", "C.g.cs");
        yield return Case("Private parts", Usings + "[ConnectorConfiguration] public partial class C { private C() { } private enum Mode { A } [Secret(typeof(C), Kinds = new[] { 'a', '\\'' })] public string Key { get; private set; } = \"\"; private sealed class SecretAttribute(Type type, params string[] words) : ValidationAttribute { public char[] Kinds { get; set; } = []; public override bool IsValid(object value) => type is not null && words is not null; } }", "C.g.cs");
        yield return Case("Obsolete", Usings + "[ConnectorConfiguration] public partial class C { [Obsolete] public int Old { get; set; } [Obsolete(\"x\", true)] public int Older { get; set; } }", "C.g.cs");
        yield return Case("Obsolete itself", Usings + "[Obsolete, ConnectorConfiguration] public partial class C { public int Size { get; set; } }", "C.g.cs");
        yield return Case("Texts with everything", Usings + "[ConnectorConfiguration] public partial class C { [ConfigurationProperty(Description = \"\\\"a\\\\ \\n \\u2028 {0} </summary>\", Order = -1), RegularExpression(@\"^\\d{2}\"\"$\")] public string Key { get; set; } = \"\"; }", "C.g.cs");
        yield return Case("Interfaces and statics", Usings + "interface I { int Size { get; set; } } [ConnectorConfiguration] public partial class C : I { int I.Size { get; set; } public static int Count { get; set; } public int this[int i] { get => i; set { } } internal int Hidden { get; set; } protected int Kept { get; set; } public int Written { set { } } }", "C.g.cs");
        yield return Case("A base that is a configuration", Usings + "[ConnectorConfiguration] public partial class B { public int Size { get; set; } } [ConnectorConfiguration] public partial class C : B { public new int Size { get; set; } }", "B.g.cs", "C.g.cs");
        yield return Case("A base that cannot be one", Usings + "[ConnectorConfiguration] public abstract partial class B { public int Size { get; set; } } [ConnectorConfiguration] public partial class C : B { }", "C.g.cs");
        yield return Case("Several parts", Usings + "[ConnectorConfiguration] public partial class C { public int A { get; set; } } public partial class C { public int B { get; set; } }", "C.g.cs");
        yield return Case("Names that differ in case", Usings + "[ConnectorConfiguration] public partial class Hr { } [ConnectorConfiguration] public partial class HR { } [ConnectorConfiguration] public partial class Other { }", "HR-6eeb4fbf.g.cs", "Hr-4eeb1d5f.g.cs", "Other.g.cs");
        yield return Case("A name like a generic one", Usings + "[ConnectorConfiguration] public partial class C_1 { } [ConnectorConfiguration] public partial class C<T> { }", "C_1-9ffd0ba5.g.cs", "C_1-a03ff192.g.cs");

        static TestCaseData Case(string name, string source, params string[] files) => new TestCaseData(source, files).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Shapes))]
    public void AShapeIsAccepted(string source, string[] files)
        => Assert.That(GeneratorRun.Of(new ConfigurationGenerator(), source, Project).HintNames, Is.EqualTo(files));

    private static IEnumerable<TestCaseData> Findings()
    {
        // What is wrong is left out; the rest is generated as if it had never been there.
        yield return Case("type", "public object Wrong { get; set; } = new();");
        yield return Case("no setter", "[ConfigurationProperty] public int Wrong { get; }");
        yield return Case("attribute", "[Range(1, 2)] public string Wrong { get; set; } = \"\";");
        yield return Case("reflection", "[Range(typeof(TimeSpan), \"1\", \"2\")] public TimeSpan Wrong { get; set; }");
        yield return Case("required property", "public required object Wrong { get; set; }");
        yield return Case("required field", "public required object Wrong;");

        static TestCaseData Case(string name, string member) => new TestCaseData(member).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Findings))]
    public void AMistakeCostsOnlyItself(string member)
    {
        var run = GeneratorRun.Of(new ConfigurationGenerator(), Usings + $"[ConnectorConfiguration] public partial class C {{ {member} public int Right {{ get; set; }} }}", Project);

        Assert.That(run.Source("C.g.cs"), Does.Contain("Right = binder.Value(\"Right\"").And.Not.Contain("binder.Value(\"Wrong\", global::Sluice.Runtime.ConfigurationTypes.Object"));
    }

    [Test]
    public void ALengthIsNoConcernOfTheTrimmer()
    {
        var run = GeneratorRun.Of(new ConfigurationGenerator(), Usings + "public class B { [MaxLength(3)] public virtual string Key { get; set; } = \"\"; } [ConnectorConfiguration] public partial class C : B { public override string Key { get; set; } = \"\"; [MaxLength(3)] public int Wrong { get; set; } }", Project);

        Assert.That(run.Source("C.g.cs"), Does.Contain("Target = \"P:B.Key\"").And.Contain("ConfigurationRules.MaxLength(3)").And.Not.Contain("P:C.").And.Not.Contain("new global::System.ComponentModel.DataAnnotations.MaxLength"));
    }

    [TestCase("[ConnectorConfiguration] public class C { }")]
    [TestCase("[ConnectorConfiguration] public static partial class C { }")]
    [TestCase("[ConnectorConfiguration] public abstract partial class C { }")]
    [TestCase("[ConnectorConfiguration] file partial class C { }")]
    [TestCase("[ConnectorConfiguration] public partial class C(int unknown) { public int Size => unknown; }")]
    [TestCase("public class Outer { [ConnectorConfiguration] public partial class C { } }")]
    public void WhatCannotBeGeneratedIsNot(string source)
        => Assert.That(GeneratorRun.Of(new ConfigurationGenerator(), Usings + source, Project).HintNames, Is.Empty);

    // The sources of the table say ? and required where they mean it, and do not care otherwise.
    private Consumer Project => new() { Nullable = nullable, Allow = ["CS8632", "CS8618", "CS8765", "CS0649", "CS8981"] };
}
