namespace Sluice.Tests.Model;

public class ObjectPatchTests
{
    [Test]
    public void Changes_are_found_by_name_and_the_rest_stays()
    {
        var patch = ObjectPatch.Build().Set("mail", "ada@example.org").Set("tags", Array.Empty<string>()).AddValues("members", ["b"]).Clear("phone").Build();
        Assert.That(patch.Changes.Select(change => change.ToString()), Is.EqualTo(new[] { "Set mail", "Set tags", "Modify members", "Clear phone" }));
        Assert.That(patch.TryGet("MAIL", out var mail));
        Assert.That(mail!.Value, Is.EqualTo("ada@example.org"));
        Assert.That(patch.Changes[1].Value, Is.EqualTo(Array.Empty<object>()));
        Assert.That(patch.TryGet("title", out _), Is.False);
    }

    [Test]
    public void One_patch_adds_some_values_and_removes_others()
    {
        var patch = ObjectPatch.Build().AddValues("members", ["b"]).RemoveValues("MEMBERS", ["c"]).Build();
        Assert.That(patch.Changes, Has.Count.EqualTo(1));
        Assert.That(patch.Changes[0].Added, Is.EqualTo(new[] { "b" }));
        Assert.That(patch.Changes[0].Removed, Is.EqualTo(new[] { "c" }));
        Assert.That(patch.Changes[0].Name, Is.EqualTo("members"));
    }

    private static readonly (string What, Action<ObjectPatch.Builder> Act)[] Refused =
    [
        ("set null", patch => patch.Set("mail", null!)),
        ("set twice", patch => patch.Set("mail", "a").Set("MAIL", "b")),
        ("set and clear", patch => patch.Set("mail", "a").Clear("mail")),
        ("set and add", patch => patch.Set("m", new[] { "a" }).AddValues("m", ["b"])),
        ("add twice", patch => patch.AddValues("m", ["a"]).AddValues("m", ["b"])),
        ("add and remove one value", patch => patch.AddValues("m", ["a"]).RemoveValues("m", ["x", "a"])),
        ("add nothing", patch => patch.AddValues("m", Array.Empty<string>())),
        ("add characters", patch => patch.AddValues("m", "abc")),
        ("add to an operational attribute", patch => patch.AddValues("__ENABLE__", [true])),
        ("remove from the name", patch => patch.RemoveValues(AttributeNames.Name, ["ada"])),
        ("several names", patch => patch.Set(AttributeNames.Name, new[] { "a", "b" })),
        ("several switches", patch => patch.Set(AttributeNames.Enabled, new[] { true })),
        ("change the uid", patch => patch.Set("__uid__", "2")),
        ("clear the uid", patch => patch.Clear("__UID__")),
        ("clear the name", patch => patch.Clear("__NAME__")),
#pragma warning disable SLC406 // that it is refused at run time too
        ("text as password", patch => patch.Set("__PASSWORD__", "hush")),
#pragma warning restore SLC406
        ("blank name", patch => patch.Clear(" ")),
    ];

    private static IEnumerable<TestCaseData> RefusedCases => Refused.Select(row => new TestCaseData(row.Act).SetArgDisplayNames(row.What));

    [TestCaseSource(nameof(RefusedCases))]
    public void What_is_no_sensible_change_is_refused(Action<ObjectPatch.Builder> act) =>
        Assert.That(() => act(ObjectPatch.Build()), Throws.InstanceOf<ArgumentException>());

    [Test]
    public void Groups_are_added_to_and_a_rename_is_a_set() =>
        Assert.That(() => ObjectPatch.Build().AddValues(AttributeNames.Groups, ["staff"]).Set(AttributeNames.Name, "lovelace").Build(), Throws.Nothing);
}
