using System.ComponentModel.DataAnnotations;
using static Sluice.Tests.Configuration.Bound;
using RangeAttribute = System.ComponentModel.DataAnnotations.RangeAttribute;

namespace Sluice.Tests.Configuration;

/// <summary>Records, constructors, required members, base classes.</summary>
public sealed partial class ConfigurationShapesTests
{
    [Test]
    public void ARecordIsBoundThroughItsConstructor()
    {
        var bound = Section<Server>(("Host", "hr.example"), ("Port", "389"), ("Roles:0", "read"));

        Assert.That(bound, Is.EqualTo(new Server("hr.example", 389) { Roles = bound.Roles }));
        Assert.That(bound.Roles, Is.EqualTo(["read"]));
        Assert.That(Section<Server>(("Host", "hr.example")).Port, Is.EqualTo(636), "the parameter's default");
    }

    [Test]
    public void AParameterWithoutADefaultMustBeGiven()
        => Assert.That(Errors(() => Section<Server>(("Port", "0"))), Is.EqualTo(["Host: Is required: give text.", "Port: The field Port must be between 1 and 65535."]));

    [Test]
    public void ASnapshotOfARecordIsEqualAndItsListsAreItsOwn()
    {
        var original = new Server("hr.example", 389) { Roles = ["read"] };
        var copy = Snapshot(original);

        Assert.That(copy with { Roles = original.Roles }, Is.EqualTo(original));
        Assert.That(copy.Roles, Is.EqualTo(original.Roles).And.Not.SameAs(original.Roles));
    }

    [Test]
    public void RequiredAndInitMembersAreBound()
    {
        var bound = Bag<Strict>(("Key", "k"), ("Count", 3), ("Limit", 5));

        Assert.That((bound.Key, bound.Count, bound.Limit, bound.Note), Is.EqualTo(("k", 3, 5, "none")));
        Assert.That(Show(bound.Secret), Is.EqualTo("null"));
    }

    [Test]
    public void RequiredMembersMustBeGiven()
        => Assert.That(Errors(() => Bag<Strict>(("Note", "x"))), Is.EqualTo(
        [
            "Key: Is required: give text.",
            "Count: Is required: give a whole number from -2147483648 to 2147483647.",
            "Limit: Is required: give a whole number of at most 64 bits.",
        ]));

    [Test]
    public void BaseClassesComeFirstAndTheirRulesHold()
    {
        Assert.That(Names<Derived>(), Is.EqualTo(["First", "Name", "Size", "Extra"]));
        Assert.That(Errors(() => Derived.FromProperties(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Name"] = "", ["Size"] = 11 })), Is.EqualTo(
        [
            "Name: The Name field is required.",
            "Size: The field Size must be between 1 and 10.",
        ]));
        Assert.That(Derived.FromProperties(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Name"] = "a" }).Size, Is.EqualTo(5), "the derived default");
        Assert.That(Basic.FromProperties(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Name"] = "a" }), Is.TypeOf<Basic>());
        Assert.That(Snapshot(new Derived { Name = "a", Extra = 7 }).Extra, Is.EqualTo(7));
    }

    [Test]
    public void AConstructorThatSetsRequiredMembersIsEnough()
        => Assert.That(Section<Prepared>().Key, Is.EqualTo("prepared"));

    [Test]
    public void AMemberOfTheSameNameStaysTheUsers()
    {
        Assert.That(Busy.FromConfiguration(7), Is.EqualTo(7));
        Assert.That(Section<Busy>(("Value", "3")).Value, Is.EqualTo(3));
        Assert.That(Busy.FromProperties(new Dictionary<string, object?>(StringComparer.Ordinal) { ["value"] = 4 }).Value, Is.EqualTo(4));
    }

    private static IEnumerable<string> Names<T>()
        where T : class, IConnectorConfiguration<T>
        => T.Properties.Select(property => property.Name);

    private static T Snapshot<T>(T configuration)
        where T : class, IConnectorConfiguration<T>
        => configuration.Snapshot();

    [ConnectorConfiguration]
    internal sealed partial record Server(string Host, [Range(1, 65535)] int Port = 636)
    {
        public IReadOnlyList<string> Roles { get; init; } = [];
    }

    [ConnectorConfiguration]
    internal sealed partial class Strict
    {
        public required string Key { get; init; }

        // On a number the attribute can only mean this.
        [Required]
        public int Count { get; set; }

        public required long? Limit { get; init; }
        public string Note { get; init; } = "none";
        public GuardedString? Secret { get; init; }
    }

    [ConnectorConfiguration]
    internal partial class Basic
    {
        [Required]
        public virtual string Name { get; set; } = "";

        [Range(1, 10)]
        public virtual int Size { get; set; } = 2;
    }

    [ConnectorConfiguration]
    internal sealed partial class Derived : Basic
    {
        public override int Size { get; set; } = 5;

        public int Extra { get; set; }

        [ConfigurationProperty(Order = 1)]
        public int First { get; set; }
    }

    [ConnectorConfiguration]
    internal sealed partial class Prepared
    {
        [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
        public Prepared() => Key = "prepared";

        public required string Key { get; set; }
    }

    [ConnectorConfiguration]
    internal sealed partial class Busy
    {
        public int Value { get; set; }

        public static int FromConfiguration(int value) => value;
    }
}
