using Sluice.Analyzers.Handlers;
using Sluice.Analyzers.Tests.Flow;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Handlers;

/// <summary>SLC310.</summary>
public sealed class ChangedAfterHandoverTests
{
    private const string Iterator = "long? after";

    private const string Members = """
        public sealed class Group(string id, IReadOnlyList<string>? members, byte[]? photo)
        {
            public string Id { get; set; } = id;
            public IReadOnlyList<string>? Members { get; init; } = members;
            public byte[]? Photo { get; } = photo;
            public static Group Of(IEnumerable<string> members) => new("", [.. members], null);
        }
        """;

    [Test]
    public Task One_list_for_all() => Verify<ChangedAfterHandoverAnalyzer>.Reports(
        Of("{ var members = new List<string>(); foreach (var change in _feed.After(after)) { {|SLC310:members|}.Add(change.Uid); yield return SyncDelta.Update(change.Number, new Group(change.Uid, members, null)); } }"),
        ("SLC310", "'members' is changed after it went into a delta, so the host may see the values of another one; make a new one for each delta, or hand over a copy"));

    [TestCase("{ var photo = new byte[8]; foreach (var change in _feed.After(after)) { {|SLC310:photo|}[0] = 1; yield return SyncDelta.Update(change.Number, new Group(change.Uid, null, photo)); } }", TestName = "Changed: element")]
    [TestCase("{ var photo = new byte[8]; using var file = File.OpenRead(\"\"); foreach (var change in _feed.After(after)) { file.ReadExactly({|SLC310:photo|}); yield return SyncDelta.Update(change.Number, new Group(change.Uid, null, photo)); } }", TestName = "Changed: read into")]
    [TestCase("{ var photo = new byte[8]; using var file = File.OpenRead(\"\"); foreach (var change in _feed.After(after)) { file.ReadExactly({|SLC310:photo|}.AsSpan(0, 4)); yield return SyncDelta.Update(change.Number, new Group(change.Uid, null, photo)); } }", TestName = "Changed: span")]
    [TestCase("{ var members = new List<string>(); foreach (var change in _feed.After(after)) { {|SLC310:members|}.Clear(); yield return SyncDelta.Update(change.Number, new Group(change.Uid, null, null) { Members = members }); } }", TestName = "Changed: in an initializer")]
    [TestCase("{ foreach (var change in _feed.After(after)) { var group = new Group(change.Uid, null, null); yield return SyncDelta.Update(change.Number, group); {|SLC310:group|}.Id = \"\"; } }", TestName = "Changed: right afterwards")]
    public Task Reported(string body) => Verify<ChangedAfterHandoverAnalyzer>.Reports(Of(body));

    [TestCase("{ foreach (var change in _feed.After(after)) { var members = new List<string>(); members.Add(change.Uid); yield return SyncDelta.Update(change.Number, new Group(change.Uid, members, null)); } }", TestName = "Not changed: one each")]
    [TestCase("{ var members = new List<string>(); foreach (var change in _feed.After(after)) { members.Add(change.Uid); yield return SyncDelta.Update(change.Number, new Group(change.Uid, [.. members], null)); } }", TestName = "Not changed: spread")]
    [TestCase("{ var members = new List<string>(); foreach (var change in _feed.After(after)) { members.Add(change.Uid); yield return SyncDelta.Update(change.Number, new Group(change.Uid, members.ToArray(), null)); } }", TestName = "Not changed: copied")]
    [TestCase("{ var members = new List<string>(); foreach (var change in _feed.After(after)) { members.Add(change.Uid); yield return SyncDelta.Update(change.Number, Group.Of(members)); } }", TestName = "Not changed: a factory copies")]
    [TestCase("{ var members = new List<string>(); foreach (var change in _feed.After(after)) { members = new List<string>(); members.Add(change.Uid); yield return SyncDelta.Update(change.Number, new Group(change.Uid, members, null)); } }", TestName = "Not changed: replaced")]
    [TestCase("{ var members = new List<string> { \"all\" }; foreach (var change in _feed.After(after)) yield return SyncDelta.Update(change.Number, new Group(change.Uid, members, null)); }", TestName = "Not changed: the same for all")]
    [TestCase("{ var members = new List<string>(); foreach (var change in _feed.After(after)) { members.Add(change.Uid); yield return SyncDelta.Delete<Person>(change.Number, members[0]).Type == SyncDeltaType.Delete ? SyncDelta.Update(change.Number, new Group(members[^1], null, null)) : default; } }", TestName = "Not changed: only read")]
    [TestCase("{ var seen = new HashSet<string>(); foreach (var change in _feed.After(after)) { if (!seen.Add(change.Uid)) continue; yield return SyncDelta.Update(change.Number, new Group(change.Uid, null, null)); } }", TestName = "Not changed: something else")]
    public Task Left_alone(string body) => Verify<ChangedAfterHandoverAnalyzer>.Clean(Of(body));

    private static Sources Of(string body) => Connectors.Sync(body, Iterator, "IEnumerable<SyncDelta<Group>>", Members);
}
