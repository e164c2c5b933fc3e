using Sluice.Analyzers.Configuration;
using Sluice.CodeFixes.Configuration;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Configuration;

/// <summary>SLC501.</summary>
public sealed class SecretPropertyTests
{
    [Test]
    public Task Says_what_to_do() => Verify<SecretPropertyAnalyzer>.Reports(
        Of("public string? {|SLC501:Password|} { get; set; }"),
        ("SLC501", "'Password' is a secret by its name, but its type is string?, which is shown, stored and logged as it is; make it a GuardedString"));

    [TestCase("ClientSecret")]
    [TestCase("ApiKey")]
    [TestCase("HrApiKey")]
    [TestCase("BindPassword")]
    [TestCase("AccessToken")]
    [TestCase("CertificatePassphrase")]
    public Task A_secret_by_its_name(string name) => Verify<SecretPropertyAnalyzer>.Reports(Of($"public string {{|SLC501:{name}|}} {{ get; set; }} = \"\";"));

    [TestCase("string PasswordColumn")]
    [TestCase("string SecretName")]
    [TestCase("string TokenUrl")]
    [TestCase("string Token")]
    [TestCase("string ConnectionString")]
    [TestCase("string ApiKeyHeader")]
    [TestCase("bool RequirePassword")]
    [TestCase("string ResetPassword")]
    [TestCase("int Secret")]
    [TestCase("string PasswordHash")]
    [TestCase("GuardedString Password")]
    [TestCase("string Compass")]
    public Task Not_one(string member) => Verify<SecretPropertyAnalyzer>.Clean(Of($"public {member} {{ get; set; }} = default!;"));

    [Test]
    public Task Not_one_of_the_configuration() => Verify<SecretPropertyAnalyzer>.Clean(Of("[Ignore] public string Password { get; set; } = \"\";"));

    [Test]
    public Task Fixed() => Verify<SecretPropertyAnalyzer, SecretPropertyFix>.Fixes(
        Of("""
            // The one of the service.
            [Required]
            public string {|SLC501:Password|} { get; set; } = "";   // never shown

            public string? {|SLC501:ApiKey|} { get; init; } = null;

            public string {|SLC501:ClientSecret|} { get; set; } = string.Empty;
        """),
        Of("""
            // The one of the service.
            [Required]
            public GuardedString? Password { get; set; }   // never shown

            public GuardedString? ApiKey { get; init; } = null;

            public GuardedString? ClientSecret { get; set; }
        """));

    [Test]
    public Task Fixed_in_a_record() => Verify<SecretPropertyAnalyzer, SecretPropertyFix>.Fixes(
        "using Sluice;\r\n\r\n[ConnectorConfiguration]\r\npublic sealed partial record Hr(string Address = \"\", string? {|SLC501:Password|} = null);\r\n",
        "using Sluice;\r\n\r\n[ConnectorConfiguration]\r\npublic sealed partial record Hr(string Address = \"\", GuardedString? Password = null);\r\n");

    [TestCase("public string {|SLC501:Password|} { get; set; } = \"secret\";", TestName = "Offers nothing: there is a default")]
    [TestCase("[StringLength(10)] public string {|SLC501:Password|} { get; set; } = \"\";", TestName = "Offers nothing: it is validated as a text")]
    [TestCase("public string {|SLC501:Password|} { get; set; } = \"\"; public int Length() => Password.Length;", TestName = "Offers nothing: it is used as a text")]
    public Task Offers_nothing(string members) => Verify<SecretPropertyAnalyzer, SecretPropertyFix>.OffersNothing(Of(members));

    [TestCase("public static class Other { public static int Length(Hr configuration) => configuration.Password.Length; }", TestName = "Offers nothing: another file uses it as a text")]
    [TestCase("public interface IWithPassword { string Password { get; } } public sealed partial class Hr : IWithPassword;", TestName = "Offers nothing: an interface asks for a text")]
    public Task Offers_nothing_where_another_file_needs_a_text(string other) => Verify<SecretPropertyAnalyzer, SecretPropertyFix>.OffersNothing(
        Sources.Of([.. Of("public string {|SLC501:Password|} { get; set; } = \"\";"), ("/Other.cs", other)]));

    [Test]
    public Task Offers_nothing_where_another_file_makes_the_record_of_a_text() => Verify<SecretPropertyAnalyzer, SecretPropertyFix>.OffersNothing(Sources.Of(
    [
        ("/Hr.cs", "using Sluice;\n[ConnectorConfiguration] public sealed partial record Hr(string Address = \"\", string? {|SLC501:Password|} = null);\npublic static class All { public static System.Collections.Generic.List<Hr> Them { get; } = []; }"),
        ("/Other.cs", "public static class Other { public static void Add() => All.Them.Add(new(\"a\", \"b\")); }"),
    ]));

    private static Sources Of(string members) => $$"""
        using System.ComponentModel.DataAnnotations;
        using Sluice;

        [ConnectorConfiguration]
        public sealed partial class Hr
        {
            [Required]
            public string Address { get; set; } = "";

        {{members}}
        }

        """;
}
