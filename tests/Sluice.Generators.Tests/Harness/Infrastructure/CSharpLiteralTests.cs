using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Sluice.Generators.Infrastructure;
using Sluice.Testing;

namespace Sluice.Generators.Tests.Harness.Infrastructure;

public sealed class CSharpLiteralTests
{
    private static readonly object?[] Primitives =
    [
        null, "", "a\"b\\\n\t\u2028{", '\'', '\0', true, false, int.MinValue, -1, long.MinValue, long.MaxValue, uint.MaxValue, ulong.MaxValue,
        byte.MaxValue, sbyte.MinValue, short.MinValue, ushort.MaxValue, 1.5, -0.0, 1e300, double.NaN, double.NegativeInfinity, double.Epsilon,
        1.5f, -0f, float.NaN, float.PositiveInfinity, float.MaxValue, -12.50m, decimal.MaxValue,
    ];

    [TestCaseSource(nameof(Primitives))]
    public async Task LiteralsMeanTheirValueAndType(object? value)
    {
        var literal = CSharpLiteral.OfPrimitive(value);
        using var emitted = EmittedAssembly.Of(Consumer.Default.Compile($"class Scenario {{ static object Run() => {literal}; }}"));

        var actual = await emitted.RunAsync();

        Assert.That(actual, Is.EqualTo(value));
        Assert.That(actual?.GetType(), Is.EqualTo(value?.GetType()));
        if (value is double number)
            Assert.That(double.IsNegative((double)actual!), Is.EqualTo(double.IsNegative(number)));
    }

    [Test]
    public void NoCultureShowsInALiteral()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NegativeSign = "\u2212";
            culture.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = culture;
            object[] values = [-1, -1L, -1.5, -1.5f, -1.5m, (short)-1, (sbyte)-1];

            Assert.That(values.Select(CSharpLiteral.OfPrimitive), Is.EqualTo(["-1", "-1L", "-1.5D", "-1.5F", "-1.5M", "(short)-1", "(sbyte)-1"]));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [TestCase("name", "name")]
    [TestCase("class", "@class")]
    [TestCase("record", "@record")]
    [TestCase("field", "@field")]
    [TestCase("type", "type")]
    public void KeywordsAreEscaped(string name, string expected) => Assert.That(CSharpLiteral.Identifier(name), Is.EqualTo(expected));

    [TestCase("1", "1")]
    [TestCase("\"a\"", "\"a\"")]
    [TestCase("null", "null")]
    [TestCase("typeof(System.Collections.Generic.List<>)", "typeof(global::System.Collections.Generic.List<>)")]
    [TestCase("typeof(int[])", "typeof(int[])")]
    [TestCase("Color.@class", "global::Color.@class")]
    [TestCase("(Color)7", "(global::Color)(7)")]
    [TestCase("(Color)(-7)", "(global::Color)(-7)")]
    [TestCase("System.AttributeTargets.Class | System.AttributeTargets.Field", "global::System.AttributeTargets.Class | global::System.AttributeTargets.Field")]
    [TestCase("new[] { \"a\", null }", "new string[] { \"a\", null }")]
    [TestCase("new object[] { 1L, Color.Red }", "new object[] { 1L, global::Color.Red }")]
    [TestCase("new int[0]", "new int[0]")]
    public void AttributeArgumentsKeepTheirMeaning(string argument, string expected)
    {
        var compilation = Consumer.Default.Compile($$"""
            enum Color { Red = 1, @class = 2 }
            class ValueAttribute : System.Attribute { public ValueAttribute(object value) { } }
            [Value({{argument}})] class A { }
            """);
        var constant = compilation.GetTypeByMetadataName("A")!.GetAttributes()[0].ConstructorArguments[0];

        Assert.That(CSharpLiteral.Of(constant), Is.EqualTo(expected));
    }

    [TestCase("int p = -1", "-1")]
    [TestCase("int? p = null", "null")]
    [TestCase("System.DateTime p = default", "default")]
    [TestCase("string p = null", "null")]
    [TestCase("System.DayOfWeek? p = System.DayOfWeek.Friday", "global::System.DayOfWeek.Friday")]
    public void DefaultsOfParametersKeepTheirMeaning(string parameter, string expected)
    {
        var compilation = Consumer.Default.Compile($"class A {{ void F({parameter}) {{ }} }}");
        var symbol = compilation.GetTypeByMetadataName("A")!.GetMembers("F").OfType<IMethodSymbol>().First().Parameters[0];

        Assert.That(CSharpLiteral.OfConstant(symbol.Type, symbol.ExplicitDefaultValue), Is.EqualTo(expected));
        Assert.That(SyntaxFactory.ParseExpression(expected).ContainsDiagnostics, Is.False);
    }
}
