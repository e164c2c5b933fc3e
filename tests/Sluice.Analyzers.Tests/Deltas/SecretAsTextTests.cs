using Sluice.Analyzers.Deltas;
using Sluice.Analyzers.Shape;
using Sluice.CodeFixes.Deltas;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Deltas;

/// <summary>SLC406.</summary>
public sealed class SecretAsTextTests
{
    [Test]
    public Task Declared() => Verify<ObjectClassShapeAnalyzer>.Reports(
        "using Sluice;\n[ObjectClass(\"a\")] public sealed partial record Person([Uid, Name] string Id, [Password] string? {|SLC406:Password|});",
        ("SLC406", "'Password' holds a secret; its type is GuardedString"));

    [Test]
    public Task Given() => Verify<SecretAsTextAnalyzer>.Reports(
        Of("builder.Set(AttributeNames.Password, {|SLC406:text|});"),
        ("SLC406", "'__PASSWORD__' is set to a text, which ends up in logs and dumps; give it as a GuardedString"));

    [TestCase("builder.Set(\"__current_password__\", {|SLC406:text + \"!\"|});", TestName = "As text: another name of it")]
    [TestCase("_ = new ObjectAttribute(AttributeNames.Password, {|SLC406:text|});", TestName = "As text: an attribute")]
    [TestCase("ObjectPatch.Build().Set(value: {|SLC406:text|}, name: AttributeNames.Password);", TestName = "As text: named arguments")]
    [TestCase("builder.SetValues(AttributeNames.Password, {|SLC406:new[] { text }|});", TestName = "As text: several")]
    public Task Reported(string body) => Verify<SecretAsTextAnalyzer>.Reports(Of(body));

    [TestCase("builder.Set(AttributeNames.Password, GuardedString.FromString(text));", TestName = "Guarded: as it should be")]
    [TestCase("builder.Set(AttributeNames.Password, null);", TestName = "Guarded: none")]
    [TestCase("builder.Set(AttributeNames.PasswordExpired, false).Set(\"mail\", text);", TestName = "Guarded: other attributes")]
    [TestCase("object value = text; builder.Set(AttributeNames.Password, value);", TestName = "Guarded: not known")]
    [TestCase("new Page().Set(AttributeNames.Password, text);", TestName = "Guarded: no attribute of an object")]
    [TestCase("_ = new Field(AttributeNames.Password, text);", TestName = "Guarded: made of something else")]
    public Task Left_alone(string body) => Verify<SecretAsTextAnalyzer>.Clean(Of(body));

    [Test]
    public Task Fixed_where_it_is_given() => Verify<SecretAsTextAnalyzer, SecretAsTextFix>.Fixes(
        Of("builder.Set(AttributeNames.Password, /* theirs */ {|SLC406:text|}).Set(AttributeNames.CurrentPassword, {|SLC406:text + \"!\"|});"),
        Of("builder.Set(AttributeNames.Password, /* theirs */ GuardedString.FromString(text)).Set(AttributeNames.CurrentPassword, GuardedString.FromString(text + \"!\"));"));

    [Test]
    public Task Fixed_where_it_is_declared() => Verify<ObjectClassShapeAnalyzer, SecretAsTextFix>.Fixes(
        "using Sluice;\r\n[ObjectClass(\"a\")] public sealed partial record Person([Uid, Name] string Id, [Password] string? {|SLC406:Password|} = null);\r\n",
        "using Sluice;\r\n[ObjectClass(\"a\")] public sealed partial record Person([Uid, Name] string Id, [Password] GuardedString? Password = null);\r\n");

    [Test]
    public Task Offers_nothing_where_it_is_used_as_a_text() => Verify<ObjectClassShapeAnalyzer, SecretAsTextFix>.OffersNothing(
        "using Sluice;\n[ObjectClass(\"a\")] public sealed partial record Person([Uid, Name] string Id, [Password] string {|SLC406:Password|}) { public int Length => Password.Length; }");

    private static Sources Of(string body) => $$"""
        using Sluice;

        public sealed record Field(string name, object value);

        public sealed class Page
        {
            public void Set(string name, object value) => _ = new Field(name, value);
        }

        public static class Writer
        {
            public static void Write(ConnectorObjectBuilder builder, string text)
            {
                {{body}}
            }
        }
        """;
}
