using Sluice.Analyzers.ObjectClasses;
using Sluice.Analyzers.Tests.Shape;
using Sluice.CodeFixes.ObjectClasses;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.ObjectClasses;

/// <summary>SLC102.</summary>
public sealed class WellKnownClassNameTests
{
    [TestCase("_ACCOUNT_", "__ACCOUNT__", "Account")]
    [TestCase("__ACCOUNT", "__ACCOUNT__", "Account")]
    [TestCase("ACCOUNT__", "__ACCOUNT__", "Account")]
    [TestCase("___ACCOUNT___", "__ACCOUNT__", "Account")]
    [TestCase("__ACOUNT__", "__ACCOUNT__", "Account")]
    [TestCase("__accuont__", "__ACCOUNT__", "Account")]
    [TestCase("__ACCOUNTS__", "__ACCOUNT__", "Account")]
    [TestCase("__GROPU__", "__GROUP__", "Group")]
    [TestCase("_Group_", "__GROUP__", "Group")]
    [TestCase("__GRUP__", "__GROUP__", "Group")]
    [TestCase("_ALL_", "__ALL__", "All")]
    public Task Meant(string name, string meant, string constant) => Verify<WellKnownClassNameAnalyzer>.Reports(
        $"using Sluice; public static class Classes {{ public static ObjectClass One {{ get; }} = new({{|SLC102:\"{name}\"|}}); }}",
        ("SLC102", $"\"{name}\" is not the well-known object class name \"{meant}\", so no host asks for it; write ObjectClasses.{constant}"));

    [TestCase("account")]
    [TestCase("group")]
    [TestCase("ALL")]
    [TestCase("__account__")]
    [TestCase("__Group__")]
    [TestCase("_account")]
    [TestCase("group_")]
    [TestCase("__PERSON__")]
    [TestCase("__ORGANIZATION__")]
    [TestCase("__CALL__")]
    [TestCase("_acounts_")]
    [TestCase("service_account")]
    [TestCase("__")]
    public Task A_name_of_its_own(string name) => Verify<WellKnownClassNameAnalyzer>.Clean(
        $"using Sluice; public static class Classes {{ public static ObjectClass One {{ get; }} = ObjectClass.Of(\"{name}\"); }}");

    [Test]
    public Task Everywhere_where_a_class_is_named() => Verify<WellKnownClassNameAnalyzer, WellKnownClassNameFix>.Fixes(
        ConnectorSource.Usings + """
        [ObjectClass({|SLC102:"_ACCOUNT_"|} /* people */, Description = "_GROUP_")]
        public sealed partial record Person([Uid] string Id, [Name] string Login);

        [Connector("hr")]
        public sealed partial class Hr
        {
            [Search("device", {|SLC102:"__GROPU__"|})] public IEnumerable<ConnectorObject> Find() => [];
            public ObjectClass Of(string name) => name == "_ACCOUNT_" ? ObjectClass.Of({|SLC102:"__ACCOUNT"|}) : new ObjectClass(name: {|SLC102:"__GRUOP__"|});
        }
        """,
        ConnectorSource.Usings + """
        [ObjectClass(ObjectClasses.Account /* people */, Description = "_GROUP_")]
        public sealed partial record Person([Uid] string Id, [Name] string Login);

        [Connector("hr")]
        public sealed partial class Hr
        {
            [Search("device", ObjectClasses.Group)] public IEnumerable<ConnectorObject> Find() => [];
            public ObjectClass Of(string name) => name == "_ACCOUNT_" ? ObjectClass.Of(ObjectClasses.Account) : new ObjectClass(name: ObjectClasses.Group);
        }
        """);

    [Test]
    public Task Where_the_name_means_something_else() => Verify<WellKnownClassNameAnalyzer, WellKnownClassNameFix>.Fixes(
        "class A { string ObjectClasses { get; } = \"\"; object B => ObjectClasses + new Sluice.ObjectClass({|SLC102:\"_ALL_\"|}); }",
        "class A { string ObjectClasses { get; } = \"\"; object B => ObjectClasses + new Sluice.ObjectClass(global::Sluice.ObjectClasses.All); }");

    [Test]
    public Task A_constant_is_its_authors() => Verify<WellKnownClassNameAnalyzer, WellKnownClassNameFix>.OffersNothing(
        "using Sluice; class A { const string Name = \"_ALL_\"; object B => new ObjectClass({|SLC102:Name|}); }");
}
