using Sluice.Runtime;

namespace Sluice.Tests.Runtime;

/// <summary>A connector never sees a patch that does not fit its schema.</summary>
internal sealed class PatchCheckTests
{
    private static readonly ObjectClassInfo Schema = new(
        ObjectClass.Account,
        [
            new(AttributeNames.Name, AttributeType.String, AttributeTraits.Required),
            new("mail", AttributeType.String),
            new("roles", AttributeType.String, AttributeTraits.Required | AttributeTraits.MultiValued),
            new("limits", AttributeType.Int64, AttributeTraits.MultiValued),
            new("number", AttributeType.Int32, AttributeTraits.NotUpdateable),
            new("rank", AttributeType.Int32),
            new("contract", AttributeType.String, AttributeTraits.None, null, ["Permanent", "Temporary"]),
        ]);

    private static IEnumerable<TestCaseData> Unfit()
    {
        yield return Case(patch => patch.Set("colour", "red"), "__ACCOUNT__ has no attribute colour; it has __NAME__, mail, roles, limits, number, rank, contract.");
        yield return Case(patch => patch.Set("number", 1), "The attribute number of __ACCOUNT__ cannot be changed.");
        yield return Case(patch => patch.Clear("roles"), "The attribute roles of __ACCOUNT__ is required; it can be set to another value, not cleared.");
        yield return Case(patch => patch.AddValues("mail", ["a"]), "The attribute mail of __ACCOUNT__ has one value; set it instead of adding or removing values.");
        yield return Case(patch => patch.Set("mail", new[] { "a" }), "The attribute mail of __ACCOUNT__ has one value, not a list (SLC405).");
        yield return Case(patch => patch.Set("mail", 3), "The attribute mail of __ACCOUNT__ holds a Int32; a String is wanted (SLC405).");
        yield return Case(patch => patch.Set("rank", 3_000_000_000L), "The attribute rank of __ACCOUNT__ holds a Int64; a Int32 is wanted (SLC405).");
        yield return Case(patch => patch.Set("roles", new[] { 1, 2 }), "The attribute roles of __ACCOUNT__ holds a Int32; a String is wanted (SLC405).");
        yield return Case(patch => patch.AddValues("limits", ["a"]), "The attribute limits of __ACCOUNT__ holds a String; a Int64 is wanted (SLC405).");
        yield return Case(patch => patch.RemoveValues("limits", [true]), "The attribute limits of __ACCOUNT__ holds a Boolean; a Int64 is wanted (SLC405).");
        yield return Case(patch => patch.Set("contract", "permanent"), "The attribute contract of __ACCOUNT__ is 'permanent'; it is one of Permanent, Temporary (SLC405).");

        static TestCaseData Case(Action<ObjectPatch.Builder> build, string message) => new TestCaseData(build, message).SetArgDisplayNames(message);
    }

    [TestCaseSource(nameof(Unfit))]
    public void What_does_not_fit_is_refused(Action<ObjectPatch.Builder> build, string message)
    {
        var patch = ObjectPatch.Build();
        build(patch);

        Assert.That(Assert.Throws<InvalidAttributeValueException>(() => PatchCheck.Check(patch.Build(), Schema))!.Message, Is.EqualTo(message));
    }

    [Test]
    public void What_fits_arrives_with_numbers_in_their_declared_width()
    {
        var patch = PatchCheck.Check(
            ObjectPatch.Build().Set("mail", "a").Set("roles", Array.Empty<string>()).Set("rank", 5L).AddValues("limits", [1]).RemoveValues("limits", [2L]).Set("contract", "Temporary").Build(),
            Schema);

        Assert.That(patch.Changes.Select(change => (change.Name, change.Kind, change.Value)), Is.EqualTo(new (string, AttributeChangeKind, object?)[]
        {
            ("mail", AttributeChangeKind.Set, "a"),
            ("roles", AttributeChangeKind.Set, Array.Empty<object>()),
            ("rank", AttributeChangeKind.Set, 5),
            ("limits", AttributeChangeKind.Modify, null),
            ("contract", AttributeChangeKind.Set, "Temporary"),
        }));
        Assert.That((patch.Changes[2].Value, patch.Changes[3].Added[0], patch.Changes[3].Removed[0]), Is.EqualTo(((object)5, (object)1L, (object)2L)));
    }

    [Test]
    public void Without_a_schema_nothing_can_be_said()
    {
        var patch = ObjectPatch.Build().Set("anything", 1).Build();

        Assert.That(PatchCheck.Check(patch, null), Is.SameAs(patch));
    }
}
