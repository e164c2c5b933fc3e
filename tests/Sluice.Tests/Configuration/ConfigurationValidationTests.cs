using static Sluice.Tests.Configuration.Bound;

namespace Sluice.Tests.Configuration;

public sealed class ConfigurationValidationTests
{
    private static IEnumerable<TestCaseData> Broken()
    {
        yield return Case(v => v.Server = " ", "Server: The Server name field is required.");
        yield return Case(v => v.Server = "a", "Server: The field Server name must be a string with a minimum length of 2 and a maximum length of 12.");
        yield return Case(v => v.Ports = [], "Ports: The field Ports must be a string or collection type with a minimum length of '1' and maximum length of '3'.");
        yield return Case(v => v.Ports = new OnlyReadable(4), "Ports: The field Ports must be a string or collection type with a minimum length of '1' and maximum length of '3'.");
        yield return Case(v => v.Mail = "nobody", "Mail: The Mail field is not a valid e-mail address.");
        yield return Case(v => v.Mail = "somebody@long.example.org", "Mail: The field Mail must be a string or array type with a maximum length of '20'.");
        yield return Case(v => v.Mode = "slow", "Mode: The field Mode must be one of fast, safe.");
        yield return Case(v => v.Ratio = 1.4, "Ratio: The field Ratio must be between 0 and 1.");
        yield return Case(v => v.Level = 13, "Level: The Level field equals one of the values specified in DeniedValuesAttribute.");
        yield return Case(v => v.Level = 3_000_000_000, "Level: The field Level must be between 0 and 100.");
        yield return Case(v => v.Password = "ABC", "Password: The field Password must match the regular expression '^[a-z]+$'.");
        yield return Case(v => v.Password = "hunter", "Password: Is not valid; the reason is not shown because it holds a confidential value.");
        yield return Case(v => v.Key = null, "Key: The Key field is required.");
        yield return Case(v => v.Key = GuardedString.FromString(""), "Key: The Key field is required.");
        yield return Case(v => v.First = 10, "First: First is after Last.", "Last: First is after Last.");
        yield return Case(v => v.Level = 7, "Is not valid; the reason is not shown because it holds a confidential value.");

        static TestCaseData Case(Action<Validated> spoil, params string[] errors) => new TestCaseData(spoil, errors).SetArgDisplayNames(errors);
    }

    [TestCaseSource(nameof(Broken))]
    public void ABrokenRuleIsToldAbout(Action<Validated> spoil, string[] errors)
    {
        var configuration = new Validated { Server = "hr" };
        spoil(configuration);

        Assert.That(Validate(configuration), Is.EqualTo(errors));
    }

    [Test]
    public void AValidConfigurationHasNoErrors()
    {
        Assert.That(Validate(new Validated { Server = "hr", Mode = "fast", Mail = "a@b.example", Ports = new OnlyReadable(3), Level = 12 }), Is.Empty);
        Assert.That(Section<Validated>(("server", "hr")).Server, Is.EqualTo("hr"));
    }

    [Test]
    public void TheObjectIsAskedOnlyWhenItsPropertiesAreValid()
        => Assert.That(Validate(new Validated { Server = "", First = 10 }), Is.EqualTo(["Server: The Server name field is required."]));

    [Test]
    public void ThePropertiesDescribeThemselves()
    {
        var described = Describe<Validated>();

        Assert.That(described["Server"], Has.Property("Required").True.And.Property("DisplayName").EqualTo("Server name").And.Property("DefaultValue").EqualTo(""));
        Assert.That(described["Ports"], Has.Property("MultiValued").True.And.Property("Type").EqualTo(typeof(int)).And.Property("DefaultValue").EqualTo(new[] { 389 }));
        Assert.That(described["Mode"].AllowedValues, Is.EqualTo(["fast", "safe"]));
        Assert.That(described["Ratio"], Has.Property("DefaultValue").EqualTo(0.5).And.Property("Order").EqualTo(int.MaxValue).And.Property("Required").False);
        Assert.That(described["Password"], Has.Property("Confidential").True.And.Property("DefaultValue").Null);
        Assert.That(described["Key"], Has.Property("Confidential").True.And.Property("Required").True.And.Property("DefaultValue").Null);
        Assert.That(Describe<AllTypes>()["OptionalDay"], Has.Property("Type").EqualTo(typeof(DayOfWeek)).And.Property("AllowedValues").EqualTo(Enum.GetNames<DayOfWeek>()));
        Assert.That(Describe<AllTypes>().Keys, Has.No.Member("State").And.No.Member("Shown").And.No.Member("Runs"));
    }

    [Test]
    public void ASnapshotIsIndependent()
    {
        var original = new AllTypes { Text = "a", Texts = ["a"], OptionalTexts = new List<string> { "a" }, Secret = GuardedString.FromString("geheim"), Number = 7, State = this };
        original.Run();
        var copy = Snapshot(original);

        original.Text = "b";
        original.Texts[0] = "b";
        ((List<string>)original.OptionalTexts).Add("b");
        original.Secret.Dispose();

        Assert.That(copy, Has.Property("Text").EqualTo("a").And.Property("Number").EqualTo(7).And.Property("State").SameAs(this).And.Property("Runs").EqualTo(1));
        Assert.That((copy.Texts[0], copy.OptionalTexts!.Count, Show(copy.Secret)), Is.EqualTo(("a", 1, "secret geheim")));
    }

    private static Dictionary<string, ConfigurationPropertyInfo> Describe<T>()
        where T : class, IConnectorConfiguration<T>
        => T.Properties.ToDictionary(property => property.Name, StringComparer.Ordinal);

    private static T Snapshot<T>(T configuration)
        where T : class, IConnectorConfiguration<T>
        => configuration.Snapshot();

    // A list that is no ICollection, as a user may have one.
    private sealed class OnlyReadable(int count) : IReadOnlyList<int>
    {
        int IReadOnlyCollection<int>.Count => count;
        public int this[int index] => index;
        public IEnumerator<int> GetEnumerator() => Enumerable.Range(0, count).GetEnumerator();
        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
