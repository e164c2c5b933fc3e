using Sluice.Analyzers.Flow;
using Sluice.Analyzers.Tests.Flow;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Tokens;

/// <summary>SLC201.</summary>
public sealed class MissingTokenResultTests
{
    [Test]
    public Task At_the_closing_brace() => Verify<HandlerFlowAnalyzer>.Reports(
        Connectors.Sync("""
            {
                foreach (var change in _feed.After(after))
                    if (!handler.Handle(change.Delta)) return;
            {|SLC201:}|}
            """),
        ("SLC201", "'Sync' ends here without a token result, so the next run reads the same range again; call HandleResult on 'handler' with the position that was reached"));

    [TestCase("{ {|SLC201:}|}", TestName = "Missing: empty body")]
    [TestCase("""
        {
            var changes = _feed.ListAfter(after);
            if (changes.Count == 0)
                {|SLC201:return|};
            foreach (var change in changes)
                if (!handler.Handle(change.Delta)) return;
            handler.HandleResult(_feed.Latest());
        }
        """, TestName = "Missing: early return")]
    [TestCase("""
        {
            long? last = null;
            foreach (var change in _feed.After(after))
            {
                if (!handler.Handle(change.Delta)) return;
                last = change.Number;
            }
            if (last is { } token)
                handler.HandleResult(token);
        {|SLC201:}|}
        """, TestName = "Missing: only when something was delivered")]
    [TestCase("""
        {
            var count = 0;
            foreach (var change in _feed.After(after))
            {
                if (!handler.Handle(change.Delta)) return;
                count++;
            }
            if (count > 0)
                handler.HandleResult(_feed.Latest());
        {|SLC201:}|}
        """, TestName = "Missing: counted")]
    [TestCase("""
        {
            if (handler is not ISyncTokenResultsHandler<Person> tokens) return;
            switch (_feed.ListAfter(after).Count)
            {
                case 0: {|SLC201:return|};
                case 1: tokens.HandleResult(1L); break;
                default: handler.HandleResult(_feed.Latest()); return;
            }
        }
        """, TestName = "Missing: one case of a switch")]
    [TestCase("""
        {
            using var reader = _feed.Open(after);
            try
            {
                if (!reader.Read())
                {
                    {|SLC201:return|};
                }
                do if (!handler.Handle(reader.Current.Delta)) return; while (reader.Read());
                handler.HandleResult(_feed.Latest());
            }
            finally
            {
                _feed.Log("closed");
            }
        }
        """, TestName = "Missing: inside try")]
    [TestCase("""
        {
            long? token = after;
            while (true)
            {
                var page = _feed.PageAfter(token);
                foreach (var change in page.Changes)
                    if (!handler.Handle(change.Delta)) return;
                if (!page.HasMore)
                    {|SLC201:return|};
                token = page.Next;
            }
        }
        """, TestName = "Missing: endless loop")]
    [TestCase("""
        {
            var stopped = false;
            foreach (var change in _feed.After(after))
            {
                if (!handler.Handle(change.Delta)) { stopped = true; break; }
            }
            if (stopped)
                handler.HandleResult(after ?? 0);
        {|SLC201:}|}
        """, TestName = "Missing: flag the wrong way round")]
    [TestCase("""
        {
            if (Drain()) return;
            {|SLC201:return|};

            bool Drain()
            {
                foreach (var change in _feed.After(after))
                    if (!handler.Handle(change.Delta)) return true;
                return false;
            }
        }
        """, TestName = "Missing: behind a local function")]
    [TestCase("""
        {
            foreach (var change in _feed.After(after))
                if (!handler.Handle(change.Delta)) return;
            goto end;
            end: _feed.Log("done");
        {|SLC201:}|}
        """, TestName = "Missing: goto")]
    public Task Reported(string body) => Verify<HandlerFlowAnalyzer>.Reports(Connectors.Sync(body));

    [TestCase("""
        {
            if (_feed.ListAfter(after).Count == 0) {|SLC201:return|};
            foreach (var change in _feed.After(after))
                if (!handler.Handle(change.Delta)) return;
            (handler as ISyncTokenResultsHandler<Person>)?.HandleResult(_feed.Latest());
        }
        """, TestName = "Missing: early return before the handler is asked")]
    [TestCase("""
        {
            var tokens = handler as ISyncTokenResultsHandler<Person>;
            foreach (var change in _feed.After(after))
                if (!handler.Handle(change.Delta)) return;
            if (tokens is null) _feed.Log("plain");
        {|SLC201:}|}
        """, TestName = "Missing: asked, and not used")]
    public Task Reported_where_the_handler_is_asked(string body)
        => Verify<HandlerFlowAnalyzer>.Reports(Connectors.Sync(body, "long? after, ISyncResultsHandler<Person> handler"));

    [TestCase("""
        {
            await foreach (var change in _feed.StreamAfter(after))
                if (!await handler.HandleAsync(change.Delta, cancellation)) return;
        {|SLC201:}|}
        """, TestName = "Missing: await foreach")]
    [TestCase("""
        {
            var page = await _feed.PageAfterAsync(after, cancellation);
            if (page.Changes.Count == 0) {|SLC201:return|};
            if (await Deliver(page)) handler.HandleResult(page.Next);

            async Task<bool> Deliver(Page page)
            {
                foreach (var change in page.Changes)
                    if (!await handler.HandleAsync(change.Delta, cancellation).ConfigureAwait(false)) return false;
                return true;
            }
        }
        """, TestName = "Missing: asynchronous helper")]
    public Task Reported_in_asynchronous_code(string body) => Verify<HandlerFlowAnalyzer>.Reports(Connectors.Async(body));

    [Test]
    public Task On_a_return_with_a_value() => Verify<HandlerFlowAnalyzer>.Reports(Connectors.Of("""
        [Sync<Person>]
        public Task Sync(long? after, IAsyncSyncTokenResultsHandler<Person> {|#0:handler|})
        {
            if (_feed.ListAfter(after).Count == 0) {|SLC201:return|} Task.CompletedTask;
            handler.HandleResult(1L);
            return Task.CompletedTask;
        }
        """));
}
