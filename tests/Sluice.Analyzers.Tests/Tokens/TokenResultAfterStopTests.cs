using Sluice.Analyzers.Flow;
using Sluice.Analyzers.Tests.Flow;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Tokens;

/// <summary>SLC202.</summary>
public sealed class TokenResultAfterStopTests
{
    [Test]
    public Task After_a_break() => Verify<HandlerFlowAnalyzer>.Reports(
        Connectors.Sync("""
            {
                var latest = _feed.Latest();
                foreach (var change in _feed.After(after))
                {
                    if (!handler.Handle(change.Delta))
                        break;
                }
                {|SLC202:handler.HandleResult(latest)|};
            }
            """),
        ("SLC202", "'Sync' reports 'latest' after its handler said stop, so changes that were not handled are skipped; return on the stop, or report the token of the last accepted delta"));

    [TestCase("""
        {
            var changes = _feed.ListAfter(after);
            for (var i = 0; i < changes.Count; i++)
                if (!handler.Handle(changes[i].Delta)) break;
            {|SLC202:handler.HandleResult(changes.Count)|};
        }
        """, TestName = "After a stop: the field's well-known sample")]
    [TestCase("""
        {
            try
            {
                foreach (var change in _feed.After(after))
                    if (!handler.Handle(change.Delta)) return;
            }
            finally
            {
                {|SLC202:handler.HandleResult(_feed.Latest())|};
            }
        }
        """, TestName = "After a stop: in finally")]
    [TestCase("""
        {
            var page = _feed.PageAfter(after);
            foreach (var change in page.Changes)
                if (!handler.Handle(change.Delta)) goto end;
            end:
            {|SLC202:handler.HandleResult(page.Next)|};
        }
        """, TestName = "After a stop: goto")]
    [TestCase("""
        {
            var latest = _feed.Latest();
            foreach (var change in _feed.After(after))
                if (!handler.Handle(change.Delta)) { {|SLC202:handler.HandleResult(latest)|}; return; }
            handler.HandleResult(latest);
        }
        """, TestName = "After a stop: on the stop itself")]
    [TestCase("""
        {
            var latest = _feed.Latest();
            using var reader = _feed.Open(after);
            var more = true;
            while (reader.Read() && more)
                more = handler.Handle(reader.Current.Delta);
            {|SLC202:handler.HandleResult(latest)|};
        }
        """, TestName = "After a stop: fed to the loop and then forgotten")]
    [TestCase("""
        {
            var latest = _feed.Latest();
            var stopped = false;
            foreach (var change in _feed.After(after))
            {
                stopped = !handler.Handle(change.Delta);
                if (stopped) break;
            }
            if (stopped)
                {|SLC202:handler.HandleResult(latest)|};
            else
                handler.HandleResult(latest);
        }
        """, TestName = "After a stop: flag")]
    public Task Reported(string body) => Verify<HandlerFlowAnalyzer>.Reports(Connectors.Sync(body));

    [Test]
    public Task In_asynchronous_code() => Verify<HandlerFlowAnalyzer>.Reports(Connectors.Async("""
        {
            var latest = await _feed.LatestAsync(cancellation);
            await foreach (var change in _feed.StreamAfter(after))
                if (!await handler.HandleAsync(change.Delta, cancellation)) break;
            {|SLC202:handler.HandleResult(latest)|};
        }
        """));
}
