using Sluice.Analyzers.Flow;
using Sluice.Analyzers.Tests.Flow;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Handlers;

/// <summary>SLC302.</summary>
public sealed class DeltaAfterStopTests
{
    [Test]
    public Task Only_the_inner_loop_is_left() => Verify<HandlerFlowAnalyzer>.Reports(
        Connectors.Sync("""
            {
                long? token = after;
                Page page;
                do
                {
                    page = _feed.PageAfter(token);
                    foreach (var change in page.Changes)
                    {
                        if (!{|SLC302:handler.Handle(change.Delta)|})
                            break;
                    }
                    token = page.Next;
                }
                while (page.HasMore);
                throw new InvalidOperationException();
            }
            """),
        ("SLC302", "'Sync' comes back to this delta after its handler said stop; leave every loop as soon as the answer is false"));

    [TestCase("""
        {
            foreach (var change in _feed.After(after))
            {
                if (!{|SLC302:handler.Handle(change.Delta)|})
                    continue;
            }
            throw new InvalidOperationException();
        }
        """, TestName = "After a stop: continue")]
    [TestCase("""
        {
            foreach (var change in _feed.After(after))
                if (!handler.Handle(change.Delta)) break;
            foreach (var change in _feed.After(after))
                if (!{|SLC302:handler.Handle(change.Delta)|}) break;
            throw new InvalidOperationException();
        }
        """, TestName = "After a stop: the second phase")]
    [TestCase("""
        {
            var more = true;
            foreach (var change in _feed.After(after))
            {
                more = {|SLC302:handler.Handle(change.Delta)|};
                _feed.Log("next");
            }
            if (!more) return;
            handler.HandleResult(_feed.Latest());
        }
        """, TestName = "After a stop: looked at only in the end")]
    [TestCase("""
        {
            foreach (var change in _feed.After(after))
            {
                if (!Emit(change)) _feed.Log("stopped");
            }
            throw new InvalidOperationException();

            bool Emit(Change change) => {|SLC302:handler.Handle(change.Delta)|};
        }
        """, TestName = "After a stop: behind a local function")]
    [TestCase("""
        {
            foreach (var change in _feed.After(after))
                if (!{|SLC302:handler.Handle(change.Delta)|} && {|SLC302:handler.Handle(SyncDelta.Delete<Person>(change.Number, change.Uid))|}) return;
            throw new InvalidOperationException();
        }
        """, TestName = "After a stop: the wrong operator")]
    public Task Reported(string body) => Verify<HandlerFlowAnalyzer>.Reports(Connectors.Sync(body));

    [Test]
    public Task In_asynchronous_code() => Verify<HandlerFlowAnalyzer>.Reports(Connectors.Async("""
        {
            long? token = after;
            while (true)
            {
                var page = await _feed.PageAfterAsync(token, cancellation);
                foreach (var change in page.Changes)
                    if (!await {|SLC302:handler.HandleAsync(change.Delta, cancellation)|}) break;
                if (!page.HasMore) break;
                token = page.Next;
            }
            throw new InvalidOperationException();
        }
        """));
}
