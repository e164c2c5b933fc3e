using Sluice.Analyzers.ObjectClasses;
using Sluice.Analyzers.Tests.Shape;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.ObjectClasses;

/// <summary>SLC107.</summary>
public sealed class DeclaredOperationWorksTests
{
    [TestCase("[Sync<Person>] public void {|SLC107:Sync|}(long? after, ISyncTokenResultsHandler<Person> handler) { }", "The facade offers [Sync<Person>], but 'Sync' is empty: every run succeeds and delivers nothing; write it, or take the annotation away until it is written")]
    [TestCase("[Sync(\"a\")] public void {|SLC107:Sync|}(long? after, ISyncTokenResultsHandler handler) { ; }", "The facade offers [Sync(\"a\")], but 'Sync' is empty: every run succeeds and delivers nothing; write it, or take the annotation away until it is written")]
    [TestCase("[Get<Person>] public Person? {|SLC107:Read|}(string uid) => throw new NotImplementedException();", "The facade offers [Get<Person>], but 'Read' is not implemented: every call fails; write it, or take the annotation away until it is written")]
    [TestCase("[Delete<Person>] public void {|SLC107:Delete|}(string uid) => throw new NotImplementedException(\"later\");", "The facade offers [Delete<Person>], but 'Delete' is not implemented: every call fails; write it, or take the annotation away until it is written")]
    [TestCase("[Sync<Person>] public IAsyncEnumerable<SyncDelta<Person>> {|SLC107:SyncAsync|}(long? after) { throw new NotImplementedException(); }", "The facade offers [Sync<Person>], but 'SyncAsync' is not implemented: every call fails; write it, or take the annotation away until it is written")]
    [TestCase("[LatestSyncToken<Person>] public async ValueTask<long?> {|SLC107:LatestAsync|}() { throw new NotImplementedException(); }", "The facade offers [LatestSyncToken<Person>], but 'LatestAsync' is not implemented: every call fails; write it, or take the annotation away until it is written")]
    public Task Reported(string member, string message) => Verify<DeclaredOperationWorksAnalyzer>.Reports(ConnectorSource.With(member), ("SLC107", message));

    [TestCase("[TestConnection] public void Ping() { }", TestName = "Works: there is nothing to test")]
    [TestCase("[Delete<Person>] public void Delete(string uid) => throw new NotSupportedException();", TestName = "Works: it refuses")]
    [TestCase("[Delete<Person>] public void Delete(string uid) { if (uid.Length > 9) throw new NotImplementedException(); }", TestName = "Works: but for a part")]
    [TestCase("[Sync<Person>] public void Sync(long? after, ISyncTokenResultsHandler<Person> handler) { if (after is { } token) handler.HandleResult(token); }", TestName = "Works: it reports a token")]
    [TestCase("public void Later() => throw new NotImplementedException();", TestName = "Works: it is no operation")]
    [TestCase("[Sync(ObjectClasses.All)] public void Sync(long? after, ISyncTokenResultsHandler handler) { }", TestName = "Works: an empty __ALL__ has its own law")]
    public Task Left_alone(string member) => Verify<DeclaredOperationWorksAnalyzer>.Clean(ConnectorSource.With(member));

    [Test]
    public Task What_is_overridden_is_left_alone() => Verify<DeclaredOperationWorksAnalyzer>.Clean("""
        using Sluice;
        public abstract class Base { [Delete("a")] public virtual void Delete(string uid) => throw new System.NotImplementedException(); }
        [Connector("hr")] public sealed partial class Hr : Base { public override void Delete(string uid) => System.Console.WriteLine(uid); }
        """);
}
