using Sluice.Analyzers.Shape;
using Sluice.Analyzers.Tests.Shape;
using Sluice.CodeFixes;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Fixes;

/// <summary>SLC005: the signature becomes the nearest documented one, as long as the body goes with it.</summary>
public sealed class OperationShapeFixTests
{
    private const string Latest = "[LatestSyncToken<Person>] public long? Latest() => null; ";

    [TestCase(Latest + "[Sync<Person>] public IEnumerable<SyncDelta<Person>> {|SLC005:Sync|}() => [];",
        Latest + "[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) => [];")]
    [TestCase(Latest + "[Sync<Person>] public IAsyncEnumerable<SyncEvent<Person>> {|SLC005:Sync|}(/* ends it */ CancellationToken ct) => throw new NotSupportedException();",
        Latest + "[Sync<Person>] public IAsyncEnumerable<SyncEvent<Person>> Sync(/* ends it */ long? after, CancellationToken ct) => throw new NotSupportedException();")]
    [TestCase(Latest + "[Sync<Person>] public void {|SLC210:Sync|}(DateTime? since, ISyncResultsHandler<Person> handler) { handler.Handle(SyncDelta.Delete<Person>(1L, \"1\")); }",
        Latest + "[Sync<Person>] public void Sync(long? since, ISyncResultsHandler<Person> handler) { handler.Handle(SyncDelta.Delete<Person>(1L, \"1\")); }")]
    [TestCase(Latest + "[Sync<Person>] public async Task {|SLC005:Sync|}(long? after, ISyncResultsHandler<Person> output) => await Task.Yield();",
        Latest + "[Sync<Person>] public async Task Sync(long? after, IAsyncSyncTokenResultsHandler<Person> output) => await Task.Yield();")]
    [TestCase(Latest + "[Sync<Person>] public List<Person> {|SLC005:Sync|}(long? after) => throw new NotSupportedException();",
        Latest + "[Sync<Person>] public IAsyncEnumerable<SyncDelta<Person>> Sync(long? after) => throw new NotSupportedException();")]
    [TestCase("[Search<Person>] public IEnumerable<Person> {|SLC005:Find|}(Filter filter, int unused) => [];",
        "[Search<Person>] public IEnumerable<Person> Find(Filter? filter) => [];")]
    [TestCase("[Get<Person>] public ValueTask<Person?> {|SLC005:Read|}(int id, CancellationToken ct) => default;",
        "[Get<Person>] public ValueTask<Person?> Read(Uid id, CancellationToken ct) => default;")]
    [TestCase("[Update<Person>] public void {|SLC005:Change|}(string key, OperationOptions options) { }",
        "[Update<Person>] public void Change(string key, ObjectPatch patch, OperationOptions options) { }")]
    [TestCase("[Delete<Person>] public int {|SLC005:Delete|}(string uid) { throw new NotSupportedException(); }",
        "[Delete<Person>] public void Delete(string uid) { throw new NotSupportedException(); }")]
    [TestCase("[Authenticate<Person>] public string {|SLC005:LogOn|}(string user, string password) => user;",
        "[Authenticate<Person>] public string LogOn(string user, GuardedString password) => user;")]
    [TestCase("[Create(\"device\")] public Uid {|SLC005:Create|}(ObjectClass objectClass) => \"1\";",
        "[Create(\"device\")] public Uid Create(ObjectClass objectClass, ConnectorObject source) => \"1\";")]
    [TestCase("[TestConnection] public void {|SLC005:Ping|}(int seconds) { }",
        "[TestConnection] public void Ping() { }")]
    public async Task Becomes(string before, string after) => await Verify<ConnectorShapeAnalyzer, OperationShapeFix>.Fixes(
        ConnectorSource.With(before.Replace("\\n", "\n", StringComparison.Ordinal)), ConnectorSource.With(after));

    [TestCase("[Delete<Person>] public bool {|SLC005:Delete|}(string uid) => uid.Length > 0;", Description = "the body answers")]
    [TestCase("[Get<Person>] public Person? {|SLC005:Read|}(int id) => id > 0 ? null : null;", Description = "the body counts")]
    [TestCase("[Delete<Person>] public void {|SLC005:Delete|}<T>(string uid) { }", Description = "it is not the signature")]
    [TestCase("[Delete] public void {|SLC005:Delete|}(string uid) { }", Description = "it is not the signature")]
    [TestCase("[Delete<Person>] public void {|SLC005:Delete|}(string uid, string reason) { } public void Twice() => Delete(\"1\", \"2\");", Description = "somebody calls it")]
    public async Task StaysWhereTheRestWouldNotCompile(string members) => await Verify<ConnectorShapeAnalyzer, OperationShapeFix>.OffersNothing(ConnectorSource.With(members));

    [Test]
    public async Task LinesAndCommentsStay() => await Verify<ConnectorShapeAnalyzer, OperationShapeFix>.Fixes(
        ConnectorSource.With("""
            [Delete<Person>]
            public void {|SLC005:Delete|}(
                string uid, // which
                string reason) // why
            {
            }

            [Create<Person>] // new
            public string {|SLC005:Create|}(
                int one,
                /* all of them */ OperationOptions options, // how
                int two)
                => "1";

            [Update<Person>]
            public void {|SLC005:Update|}(
                string uid, // which
                OperationOptions options)
            {
            }
        """),
        ConnectorSource.With("""
            [Delete<Person>]
            public void Delete(
                string uid // which
                ) // why
            {
            }

            [Create<Person>] // new
            public string Create(
                Person one,
                /* all of them */ OperationOptions options // how
                )
                => "1";

            [Update<Person>]
            public void Update(
                string uid, // which
                ObjectPatch patch,
                OperationOptions options)
            {
            }
        """));

    [Test]
    public async Task WithoutUsings() => await Verify<ConnectorShapeAnalyzer, OperationShapeFix>.Fixes(
        "[Sluice.Connector(\"hr\")] partial class Hr { [Sluice.Update(\"a\")] System.Threading.Tasks.Task<bool> {|SLC005:M|}(string uid) => throw new System.InvalidOperationException(); }",
        "[Sluice.Connector(\"hr\")] partial class Hr { [Sluice.Update(\"a\")] global::System.Threading.Tasks.Task M(string uid, global::Sluice.ObjectPatch patch) => throw new System.InvalidOperationException(); }");
}
