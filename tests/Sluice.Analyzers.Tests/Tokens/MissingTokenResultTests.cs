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

    private const string Helpers = """
        private readonly Log _log = new();
        private bool IsEmpty(long? from, ISyncTokenResultsHandler<Person> handler) => _feed.ListAfter(from).Count == 0;
        private bool Wants(OperationOptions options, CancellationToken cancellation) => true;
        public sealed class Log { public IReadOnlyList<Change> this[long? after] => throw null!; }
        public sealed class Query(long? after) { public long? From { get; set; } = after; public bool Any() => true; }
        """;

    private const string Rest = """
        foreach (var change in _feed.After(after))
            if (!handler.Handle(change.Delta)) return;
        handler.HandleResult(_feed.Latest());
        """;

    [TestCase("if (!Changes().Any()) {|SLC201:return|}; IEnumerable<Change> Changes() { foreach (var change in _feed.After(after)) yield return change; }", TestName = "Asked: through a local function")]
    [TestCase("if (!_feed.After(null).Where(change => change.Number > after).Any()) {|SLC201:return|};", TestName = "Asked: through a lambda")]
    [TestCase("if (!new Query(after).Any()) {|SLC201:return|};", TestName = "Asked: an object of the position")]
    [TestCase("var query = new Query(null); query.From = after; if (!query.Any()) {|SLC201:return|};", TestName = "Asked: an object that is told the position")]
    [TestCase("if (_log[after].Count == 0) {|SLC201:return|};", TestName = "Asked: an indexer")]
    [TestCase("if (IsEmpty(after, handler)) {|SLC201:return|};", TestName = "Asked: in a helper")]
    [TestCase("var from = after ?? 0; long? start = null; start = from; if (_feed.ListAfter(start).Count == 0) {|SLC201:return|};", TestName = "Asked: a copy of the position")]
    public Task Reported_once_the_changes_were_asked_for(string start) => Verify<HandlerFlowAnalyzer>.Reports(Connectors.Sync($"{{\n{start}\n{Rest}\n}}", members: Helpers));

    [TestCase("if (_feed.Latest() == 0) return;", TestName = "Not asked: the source is empty")]
    [TestCase("var start = Math.Max(after ?? 0, 1); if (_feed.Latest() < start) return;", TestName = "Not asked: calculated")]
    [TestCase("if (_feed.Latest().CompareTo(after ?? 0) <= 0) return;", TestName = "Not asked: compared")]
    [TestCase("_feed.Log($\"after {after}\"); if (_feed.Latest() == 0) return;", TestName = "Not asked: logged")]
    [TestCase("SyncToken token = new(); if (after is { } given) token = given; if (_feed.Latest() == 0) return;", TestName = "Not asked: a token")]
    [TestCase("if (!Wants(options, cancellation)) return;", TestName = "Not asked: about the options")]
    public Task Left_alone_before_the_changes_were_asked_for(string start)
        => Verify<HandlerFlowAnalyzer>.Clean(Connectors.Sync($"{{\n{start}\n{Rest}\n}}", "long? after, ISyncTokenResultsHandler<Person> handler, OperationOptions options, CancellationToken cancellation", members: Helpers));

    [TestCase("""
        {
            if (_feed.Latest() == 0) {|SLC201:return|};
            foreach (var change in _feed.After(null))
                if (!handler.Handle(change.Delta)) return;
            handler.HandleResult(_feed.Latest());
        }
        """, TestName = "Missing: the position is not looked at")]
    [TestCase("""
        {
            var any = false;
            foreach (var change in _feed.After(null))
            {
                if (change.Number <= after) continue;
                any = true;
                if (!handler.Handle(change.Delta)) return;
            }
            if (any) handler.HandleResult(_feed.Latest());
        {|SLC201:}|}
        """, TestName = "Missing: everything is read")]
    [TestCase("""
        {
            var any = false;
            long? token = after;
            while (_feed.PageOrNull(token) is { } page)
            {
                any = true;
                foreach (var change in page.Changes)
                    if (!handler.Handle(change.Delta)) return;
                token = page.Next;
            }
            if (any) handler.HandleResult(token ?? 0);
        {|SLC201:}|}
        """, TestName = "Missing: a loop until there is none")]
    [TestCase("""
        {
            if (Deliver() > 0)
                {|SLC202:handler.HandleResult(_feed.Latest())|};

            int Deliver()
            {
                var count = 0;
                foreach (var change in _feed.After(after))
                {
                    count++;
                    if (!handler.Handle(change.Delta)) break;
                }
                return count;
            }
        {|SLC201:}|}
        """, TestName = "Missing: a helper that counts")]
    public Task Reported_where_nothing_came(string body) => Verify<HandlerFlowAnalyzer>.Reports(Connectors.Sync(body));

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
