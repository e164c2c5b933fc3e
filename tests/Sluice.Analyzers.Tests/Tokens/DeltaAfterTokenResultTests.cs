using Sluice.Analyzers.Flow;
using Sluice.Analyzers.Tests.Flow;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Tokens;

/// <summary>SLC204.</summary>
public sealed class DeltaAfterTokenResultTests
{
    [Test]
    public Task Reported_first() => Verify<HandlerFlowAnalyzer>.Reports(
        Connectors.Sync("""
            {
                {|#0:handler.HandleResult(_feed.Latest())|};
                foreach (var change in _feed.After(after))
                    if (!{|SLC204:handler.Handle(change.Delta)|}) return;
            }
            """),
        ("SLC204", "'Sync' hands over a delta after its token result, and a crash in between loses it; report the token after the last delta"));

    [TestCase("""
        {
            var changes = _feed.ListAfter(after);
            foreach (var change in changes)
                if (!handler.Handle(change.Delta)) return;
            handler.HandleResult(_feed.Latest());
            foreach (var change in changes)
                if (!{|SLC204:handler.Handle(SyncDelta.Delete<Person>(change.Number, change.Uid))|}) return;
        }
        """, TestName = "Delta after result: deletes last")]
    [TestCase("""
        {
            var latest = _feed.Latest();
            Report();
            foreach (var change in _feed.After(after))
                if (!{|SLC204:handler.Handle(change.Delta)|}) break;
            void Report() => handler.HandleResult(latest);
        }
        """, TestName = "Delta after result: behind a local function")]
    [TestCase("""
        {
            try { handler.HandleResult(1L); }
            finally { if (!{|SLC204:handler.Handle(SyncDelta.Delete<Person>(1L, "1"))|}) _feed.Log("stopped"); }
        }
        """, TestName = "Delta after result: in finally")]
    [TestCase("""
        {
            if (after is null) handler.HandleResult(0L); else handler.HandleResult(after.Value);
            var more = true;
            using var reader = _feed.Open(after);
            while (more && reader.Read()) more = {|SLC204:handler.Handle(reader.Current.Delta)|};
        }
        """, TestName = "Delta after result: on both branches")]
    public Task Reported(string body) => Verify<HandlerFlowAnalyzer>.Reports(Connectors.Sync(body));

    [Test]
    public Task Reported_where_the_handler_is_asked() => Verify<HandlerFlowAnalyzer>.Reports(Connectors.Sync(
        """
        {
            if (handler is ISyncTokenResultsHandler<Person> tokens) tokens.HandleResult(_feed.Latest());
            foreach (var change in _feed.After(after))
                if (!{|SLC204:handler.Handle(change.Delta)|}) return;
        }
        """,
        "long? after, ISyncResultsHandler<Person> handler"));

    [Test]
    public Task In_asynchronous_code() => Verify<HandlerFlowAnalyzer>.Reports(Connectors.Async("""
        {
            handler.HandleResult(await _feed.LatestAsync(cancellation));
            await foreach (var change in _feed.StreamAfter(after))
                if (!await {|SLC204:handler.HandleAsync(change.Delta, cancellation)|}) return;
        }
        """));
}
