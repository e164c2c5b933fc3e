using Microsoft.CodeAnalysis;
using Sluice.Generators.Parsing;
using Sluice.Testing;

namespace Sluice.Generators.Tests.Configuration;

/// <summary>What the analyzer hears from the parser: law, place and arguments.</summary>
public sealed class ConfigurationFindingTests
{
    [TestCase("[ConnectorConfiguration] public class C { }", "SLC001 at 'C': C, C")]
    [TestCase("class O { partial class M { [ConnectorConfiguration] public class C { } } }", "SLC001 at 'C': C, C", "SLC001 at 'O': O, C")]
    [TestCase("[ConnectorConfiguration] public abstract partial class C { }", "SLC002 at 'C': C, it must not be abstract; base classes of configurations need no attribute")]
    [TestCase("[ConnectorConfiguration] public static partial class C { }", "SLC002 at 'C': C, it must not be static")]
    [TestCase("[ConnectorConfiguration] file partial class C { }", "SLC002 at 'C': C, a file-scoped type cannot have a part in another file")]
    [TestCase("[ConnectorConfiguration] public partial class C(int a) { }", "SLC002 at 'C': C, it needs a constructor without parameters, or one whose parameters have defaults or the names and types of its properties")]
    public void OfTheClass(string source, params string[] expected) => Assert.That(FindingsIn(source), Is.EqualTo(expected));

    [TestCase("public DateTime P { get; set; }", "SLC010 at 'P': P, its type DateTime is not supported; use string, bool, int, long, double, decimal, Guid, Uri, TimeSpan, DateTimeOffset, GuardedString, an enum, or an array or IReadOnlyList of string, int, long, Guid or Uri, or keep it out with [Ignore]")]
    [TestCase("public List<string> P { get; set; } = [];", "SLC010 at 'P': P, its type List<string> is not supported")]
    [TestCase("public bool[] P { get; set; } = [];", "SLC010 at 'P': P, its type bool[] is not supported")]
    [TestCase("public string?[] P { get; set; } = [];", "SLC010 at 'P': P, its type string?[] is not supported")]
    [TestCase("public int[][] P { get; set; } = [];", "SLC010 at 'P': P, its type int[][] is not supported")]
    [TestCase("[Required] public string P { get; } = \"\";", "SLC010 at 'P': P, it cannot be set; give it a set or init accessor, or a constructor parameter")]
    [TestCase("[ConfigurationProperty] internal string P { get; set; } = \"\";", "SLC010 at 'P': P, it is not public")]
    [TestCase("public required object P;", "SLC010 at 'P': P, it is required and cannot be configured; make it a public property of a supported type")]
    [TestCase("[Range(1, 2)] public string P { get; set; } = \"\";", "SLC011 at 'Range(1, 2)': Range, P, it needs a number; implement IValidatableObject instead")]
    [TestCase("[Range(2, 1)] public int P { get; set; }", "SLC011 at 'Range(2, 1)': Range, P, its minimum is above its maximum; exchange them")]
    [TestCase("[Range(typeof(TimeSpan), \"0\", \"1\")] public TimeSpan P { get; set; }", "SLC011 at 'Range(typeof(TimeSpan), \"0\", \"1\")': Range, P, limits given as text are converted by reflection, which does not survive trimming; use [Range] with two numbers, or implement IValidatableObject instead")]
    [TestCase("[Compare(\"Q\")] public string P { get; set; } = \"\";", "SLC011 at 'Compare(\"Q\")': Compare, P, it uses reflection, which does not survive trimming; implement IValidatableObject instead")]
    [TestCase("[Url] public Uri? P { get; set; }", "SLC011 at 'Url': Url, P, it checks text, and a Uri is an absolute one already; remove it")]
    [TestCase("[StringLength(5)] public GuardedString? P { get; set; }", "SLC011 at 'StringLength(5)': StringLength, P, it needs a text; implement IValidatableObject instead")]
    [TestCase("[EmailAddress] public string[] P { get; set; } = [];", "SLC011 at 'EmailAddress': EmailAddress, P, it needs a text")]
    [TestCase("[StringLength(1, MinimumLength = 2)] public string P { get; set; } = \"\";", "SLC011 at 'StringLength(1, MinimumLength = 2)': StringLength, P, its limits can never hold; correct them")]
    [TestCase("[RegularExpression(\"(\")] public string P { get; set; } = \"\";", "SLC011 at 'RegularExpression(\"(\")': RegularExpression, P, its pattern is no regular expression; correct it")]
    [TestCase("[MinLength(1)] public int P { get; set; }", "SLC011 at 'MinLength(1)': MinLength, P, it needs a text or a list")]
    [TestCase("[MaxLength(0)] public string P { get; set; } = \"\";", "SLC011 at 'MaxLength(0)': MaxLength, P, its limits can never hold; correct them")]
    [TestCase("[AllowedValues(1, \"2\")] public int P { get; set; }", "SLC011 at 'AllowedValues(1, \"2\")': AllowedValues, P, its values must be of the property's type; implement IValidatableObject instead")]
    [TestCase("[Unsafe] public int P { get; set; }", "SLC011 at 'Unsafe': Unsafe, P, it uses reflection, which does not survive trimming; implement IValidatableObject instead")]
    public void OfAProperty(string member, string expected)
        => Assert.That(FindingsIn($"[ConnectorConfiguration] public partial class C {{ {member} }}"), Has.Exactly(1).Items.And.All.StartsWith(expected));

    [TestCase("public string Shown => \"\";")]
    [TestCase("[Ignore] public object? P { get; set; }")]
    [TestCase("public object P { get; private set; } = new();")]
    [TestCase("[DataType(DataType.Password)] public string P { get; set; } = \"\";")]
    [TestCase("[AllowedValues(1, 2)] public decimal P { get; set; }")]
    [TestCase("[DeniedValues(DayOfWeek.Monday)] public DayOfWeek? P { get; set; }")]
    [TestCase("[Required] public GuardedString? P { get; set; }")]
    [TestCase("[Length(1, 2)] public IReadOnlyList<Uri> P { get; set; } = [];")]
    public void NoneHere(string member)
        => Assert.That(FindingsIn($"[ConnectorConfiguration] public partial class C {{ {member} }}"), Is.Empty);

    [Test]
    public void WhatABaseClassElsewhereDoesIsReportedAtTheConfiguration()
        => Assert.That(FindingsIn("[ConnectorConfiguration] public partial class C : B { }", "public class B { public object P { get; set; } = new(); [System.ComponentModel.DataAnnotations.Url] public int Q { get; set; } }"), Has.Length.EqualTo(2).And.All.Contains("at 'C'"));

    private static string[] FindingsIn(string source, string other = "")
    {
        var text = $$"""
            using System; using System.Collections.Generic; using System.ComponentModel.DataAnnotations; using System.Diagnostics.CodeAnalysis; using Sluice;
            {{source}}
            class UnsafeAttribute : ValidationAttribute { [RequiresUnreferencedCode("x")] public UnsafeAttribute() { } }
            """;
        var compilation = GeneratorRun.OfBroken([("Main.cs", text), ("Other.cs", other)], Consumer.Default with { Generators = [new ConfigurationGenerator()] }).Input;
        var type = compilation.GetSymbolsWithName("C", SymbolFilter.Type).OfType<INamedTypeSymbol>().Single();
        var findings = new List<Finding>();
        ConfigurationParser.Parse(type, compilation, findings.Add, CancellationToken.None);
        return [.. findings.Select(finding => $"{finding.LawId} at '{finding.Location.SourceTree!.GetText().ToString(finding.Location.SourceSpan)}': {string.Join(", ", finding.Arguments)}")];
    }
}
