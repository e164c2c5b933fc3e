using System.Globalization;
using Microsoft.Extensions.Configuration;
using static Sluice.Tests.Configuration.Bound;

namespace Sluice.Tests.Configuration;

[TestFixture("")]
[TestFixture("de-DE")]
[TestFixture("tr-TR")]
[TestFixture("ar-SA")]
public sealed class ConfigurationBindingTests(string culture)
{
    private const string Id = "9b2c7e8a-3f64-4d0b-8a57-2d7a0f6f1c11";

    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    [SetUp]
    public void Enter() => CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

    [TearDown]
    public void Leave() => CultureInfo.CurrentCulture = _before;

    [TestCase(nameof(AllTypes.Text), "", "")]
    [TestCase(nameof(AllTypes.Text), " a ", " a ")]
    [TestCase(nameof(AllTypes.OptionalText), "", "")]
    [TestCase(nameof(AllTypes.Flag), "FALSE", "False")]
    [TestCase(nameof(AllTypes.Number), "-42", "-42")]
    [TestCase(nameof(AllTypes.OptionalNumber), "", "null")]
    [TestCase(nameof(AllTypes.Big), "9007199254740993", "9007199254740993")]
    [TestCase(nameof(AllTypes.Real), "-1.5e3", "-1500")]
    [TestCase(nameof(AllTypes.Exact), "1.10", "1.10")]
    [TestCase(nameof(AllTypes.Id), "9B2C7E8A3F644D0B8A572D7A0F6F1C11", Id)]
    [TestCase(nameof(AllTypes.Address), "ldaps://directory.example:636/o=x", "ldaps://directory.example:636/o=x")]
    [TestCase(nameof(AllTypes.OptionalAddress), "", "null")]
    [TestCase(nameof(AllTypes.Wait), "1.02:03:04.5", "1.02:03:04.5000000")]
    [TestCase(nameof(AllTypes.When), "2024-05-31", "2024-05-31T00:00:00.0000000+00:00")]
    [TestCase(nameof(AllTypes.When), "2024-05-31T18:00:00.25+02:00", "2024-05-31T18:00:00.2500000+02:00")]
    [TestCase(nameof(AllTypes.Day), "friday", "Friday")]
    [TestCase(nameof(AllTypes.OptionalDay), "", "null")]
    [TestCase(nameof(AllTypes.Access), "Read, write", "ReadWrite")]
    [TestCase(nameof(AllTypes.Secret), "geheim", "secret geheim")]
    [TestCase(nameof(AllTypes.Secret), "", "secret ")]
    [TestCase(nameof(AllTypes.Texts), "one", "[one]")]
    [TestCase(nameof(AllTypes.Texts), "", "[]")]
    public void ATextIsRead(string property, string text, string expected)
    {
        Assert.That(ValueOf(property, Section<AllTypes>((property, text))), Is.EqualTo(expected), "from a section");
        Assert.That(ValueOf(property, Bag<AllTypes>((property.ToUpperInvariant(), text))), Is.EqualTo(expected), "from a bag");
    }

    [TestCase(nameof(AllTypes.Flag), "yes", "Expected true or false; 'yes' was given.")]
    [TestCase(nameof(AllTypes.Number), "", "Expected a whole number from -2147483648 to 2147483647; '' was given.")]
    [TestCase(nameof(AllTypes.Number), "1.0", "Expected a whole number from -2147483648 to 2147483647; '1.0' was given.")]
    [TestCase(nameof(AllTypes.Number), "2147483648", "Expected a whole number from -2147483648 to 2147483647; '2147483648' was given.")]
    [TestCase(nameof(AllTypes.OptionalNumber), " ", "Expected a whole number from -2147483648 to 2147483647; ' ' was given.")]
    [TestCase(nameof(AllTypes.Big), "9223372036854775808", "Expected a whole number of at most 64 bits; '9223372036854775808' was given.")]
    [TestCase(nameof(AllTypes.Real), "1,5", "Expected a number such as 1.5; '1,5' was given.")]
    [TestCase(nameof(AllTypes.Real), "NaN", "Expected a number such as 1.5; 'NaN' was given.")]
    [TestCase(nameof(AllTypes.Exact), "1,5", "Expected a number such as 1.5; '1,5' was given.")]
    [TestCase(nameof(AllTypes.Id), "x", "Expected a GUID; 'x' was given.")]
    [TestCase(nameof(AllTypes.Address), "directory.example", "Expected an absolute URI; 'directory.example' was given.")]
    [TestCase(nameof(AllTypes.Wait), "30", "Expected a duration such as 00:00:30 or 1.12:00:00; '30' was given.")]
    [TestCase(nameof(AllTypes.When), "31.05.2024", "Expected a date and time such as 2024-05-31T18:00:00+02:00; '31.05.2024' was given.")]
    [TestCase(nameof(AllTypes.Day), "5", "Expected one of Sunday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday; '5' was given.")]
    [TestCase(nameof(AllTypes.Access), "Read,4", "Expected one of Read, Write, ReadWrite; 'Read,4' was given.")]
    [TestCase(nameof(AllTypes.Numbers), "x", "Expected a list, each item a whole number from -2147483648 to 2147483647; 'x' was given.")]
    public void AWrongTextIsToldAbout(string property, string text, string expected)
    {
        Assert.That(Errors(() => Section<AllTypes>((property, text))), Is.EqualTo([$"{property}: {expected}"]), "from a section");
        Assert.That(Errors(() => Bag<AllTypes>((property, text))), Is.EqualTo([$"{property}: {expected}"]), "from a bag");
    }

    private static IEnumerable<TestCaseData> Values()
    {
        var id = Guid.Parse(Id);
        yield return new(nameof(AllTypes.Flag), false, "False");
        yield return new(nameof(AllTypes.Number), 7L, "7");
        yield return new(nameof(AllTypes.Number), (byte)7, "7");
        yield return new(nameof(AllTypes.Big), 7, "7");
        yield return new(nameof(AllTypes.Real), 7, "7");
        yield return new(nameof(AllTypes.Real), 0.5m, "0.5");
        yield return new(nameof(AllTypes.Exact), 7L, "7");
        yield return new(nameof(AllTypes.Id), id, Id);
        yield return new(nameof(AllTypes.Address), new Uri("https://a.example/"), "https://a.example/");
        yield return new(nameof(AllTypes.Wait), TimeSpan.FromSeconds(5), "00:00:05");
        yield return new(nameof(AllTypes.Day), DayOfWeek.Friday, "Friday");
        yield return new(nameof(AllTypes.OptionalText), null, "null");
        yield return new(nameof(AllTypes.OptionalNumber), null, "null");
        yield return new(nameof(AllTypes.Secret), GuardedString.FromString("geheim"), "secret geheim");
        yield return new(nameof(AllTypes.Texts), new List<string> { "a", "b" }, "[a b]");
        yield return new(nameof(AllTypes.OptionalTexts), new object[] { "a" }, "[a]");
        yield return new(nameof(AllTypes.Bigs), new[] { 1, 2 }, "[1 2]");
        yield return new(nameof(AllTypes.Bigs), 3, "[3]");
        yield return new(nameof(AllTypes.Ids), new[] { Id }, $"[{Id}]");
    }

    [TestCaseSource(nameof(Values))]
    public void AValueIsTaken(string property, object? value, string expected)
        => Assert.That(ValueOf(property, Bag<AllTypes>((property, value))), Is.EqualTo(expected));

    [TestCase(nameof(AllTypes.Text), null, "Expected text; null was given.")]
    [TestCase(nameof(AllTypes.Text), 5, "Expected text; 5 (Int32) was given.")]
    [TestCase(nameof(AllTypes.Number), 1.5, "Expected a whole number from -2147483648 to 2147483647; 1.5 (Double) was given.")]
    [TestCase(nameof(AllTypes.Number), 2147483648L, "Expected a whole number from -2147483648 to 2147483647; 2147483648 (Int64) was given.")]
    [TestCase(nameof(AllTypes.Real), double.PositiveInfinity, "Expected a number such as 1.5;")]
    [TestCase(nameof(AllTypes.Exact), 1.5, "Expected a number such as 1.5; 1.5 (Double) was given.")]
    [TestCase(nameof(AllTypes.Number), new[] { 1 }, "Expected a whole number from -2147483648 to 2147483647; a list was given.")]
    [TestCase(nameof(AllTypes.Numbers), new object?[] { 1, null }, "Expected a list, each item a whole number from -2147483648 to 2147483647; 'null' was given.")]
    [TestCase(nameof(AllTypes.Day), 5, "Expected one of")]
    [TestCase(nameof(AllTypes.Secret), 5, "Expected a secret text; the value is confidential and not shown.")]
    public void AWrongValueIsToldAbout(string property, object? value, string expected)
        => Assert.That(Errors(() => Bag<AllTypes>((property, value))).Single(), Does.StartWith($"{property}: {expected}"));

    [Test]
    public void ASecretForATextIsRefused()
        => Assert.That(Errors(() => Bag<AllTypes>(("Text", GuardedString.FromString("geheim")))), Is.EqualTo(["Text: Expected text; a GuardedString was given."]));

    [Test]
    public void AListInASectionIsRead()
    {
        var bound = Section<AllTypes>(("Texts:0", "a"), ("Texts:1", "b"), ("Texts:10", "d"), ("Texts:2", "c"), ("Numbers:0", "-1"));

        Assert.That(bound.Texts, Is.EqualTo(["a", "b", "c", "d"]));
        Assert.That(bound.Numbers, Is.EqualTo([-1]));
    }

    [Test]
    public void WhatIsNotGivenKeepsItsDefault()
    {
        var bound = Section<AllTypes>(("Unknown", "x"), ("Texts", null));

        Assert.That(bound, Has.Property("Text").EqualTo("default").And.Property("Number").EqualTo(1).And.Property("Flag").True);
        Assert.That(bound.Texts, Is.EqualTo(["default"]).And.Not.SameAs(Section<AllTypes>().Texts));
    }

    [Test]
    public void AnUnknownNameInABagNamesTheKnownOnes()
        => Assert.That(Errors(() => Bag<AllTypes>(("Nummer", 1))).Single(), Does.StartWith("Nummer: There is no such property; there are Text, OptionalText, Flag,"));

    [Test]
    public void ANameInTwoCasesIsRefused()
        => Assert.That(Errors(() => Bag<AllTypes>(("number", 1), ("Number", 2))), Is.EqualTo(["number: Given more than once, in different case."]));

    [Test]
    public void AllErrorsComeTogether()
    {
        var thrown = Assert.Throws<ConfigurationException>(() => Bag<Validated>(("Threads", "many"), ("Ports", new[] { 1, 2, 3, 4 }), ("Typo", 1), ("Password", 5)))!;

        Assert.That(thrown.Message, Is.EqualTo("""
            Validated is not valid:
            - Typo: There is no such property; there are Server, Ports, Mail, Mode, Ratio, Level, Password, Key, Threads, First, Last.
            - Password: Expected text; the value is confidential and not shown.
            - Threads: Expected a whole number from -2147483648 to 2147483647; 'many' was given.
            - Server: The Server name field is required.
            - Ports: The field Ports must be a string or collection type with a minimum length of '1' and maximum length of '3'.
            """));
    }

    [Test]
    public void ASectionIsNamedByItsPath()
    {
        var section = new ConfigurationBuilder().AddInMemoryCollection([new("Connectors:Hr:Threads", "many")]).Build().GetSection("Connectors:Hr");

        Assert.That(Assert.Throws<ConfigurationException>(() => Validated.FromConfiguration(section))!.Message, Does.StartWith("Validated (section 'Connectors:Hr') is not valid:\n"));
    }

    [Test]
    public void NothingIsNotAConfiguration()
    {
        Assert.That(() => AllTypes.FromConfiguration(null!), Throws.ArgumentNullException);
        Assert.That(() => AllTypes.FromProperties(null!), Throws.ArgumentNullException);
    }

    private static string ValueOf(string property, AllTypes bound) => Show(typeof(AllTypes).GetProperty(property)!.GetValue(bound));
}
