using Sluice.Analyzers.Flow;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Flow;

/// <summary>Correct connectors in the styles that people write: not a word about any of them.</summary>
public sealed class CorrectConnectorTests
{
    private static TestCaseData Case(string name, string body, string? parameters = null, string members = "")
        => new TestCaseData(parameters is null ? Connectors.Sync(body, members: members) : Connectors.Sync(body, parameters, members: members)).SetName($"Correct: {name}");

    private static TestCaseData Async(string name, string body, string members = "")
        => new TestCaseData(Connectors.Async(body, members: members)).SetName($"Correct: {name}");

    private static TestCaseData Members(string name, string members) => new TestCaseData(Connectors.Of(members)).SetName($"Correct: {name}");

    private static IEnumerable<TestCaseData> Cases() =>
    [
        Case("latest first, return on stop", """
            {
                var latest = _feed.Latest();
                foreach (var change in _feed.After(after))
                {
                    if (!handler.Handle(change.Delta))
                        return;
                }
                handler.HandleResult(latest);
            }
            """),
        Case("switched off before anything is read", """
            {
                if (!_enabled)
                    return;
                var latest = _feed.Latest();
                foreach (var change in _feed.After(after))
                {
                    if (!handler.Handle(change.Delta))
                        return;
                }
                handler.HandleResult(latest);
            }
            """, members: "private readonly bool _enabled = true;"),
        Case("expression body", "=> handler.HandleResult(_feed.Latest());"),
        Case("flag out of nested loops", """
            {
                var latest = _feed.Latest();
                var stopped = false;
                for (var token = after; !stopped; )
                {
                    var page = _feed.PageAfter(token);
                    foreach (var change in page.Changes)
                    {
                        if (!handler.Handle(change.Delta))
                        {
                            stopped = true;
                            break;
                        }
                    }
                    if (!page.HasMore)
                        break;
                    token = page.Next;
                }
                if (!stopped)
                    handler.HandleResult(latest);
            }
            """),
        Case("flag declared as go on, with and-assign", """
            {
                var latest = _feed.Latest();
                bool more = true;
                foreach (var change in _feed.After(after))
                {
                    more &= handler.Handle(change.Delta);
                    if (!more) break;
                }
                if (more) handler.HandleResult(latest);
            }
            """),
        Case("loop condition fed by the answer", """
            {
                var latest = _feed.Latest();
                using var reader = _feed.Open(after);
                var more = true;
                while (more && reader.Read())
                    more = handler.Handle(reader.Current.Delta);
                if (more)
                    handler.HandleResult(latest);
            }
            """),
        Case("answer in the loop condition itself", """
            {
                var latest = _feed.Latest();
                using (var reader = _feed.Open(after))
                {
                    bool read;
                    while ((read = reader.Read()) && handler.Handle(reader.Current.Delta)) { }
                    if (read) return;
                }
                handler.HandleResult(latest);
            }
            """),
        Case("do while", """
            {
                Page page;
                long? token = after;
                do
                {
                    page = _feed.PageAfter(token);
                    foreach (var change in page.Changes)
                        if (!handler.Handle(change.Delta)) return;
                    token = page.Next;
                }
                while (page.HasMore);
                handler.HandleResult(page.Next);
            }
            """),
        Case("goto the end", """
            {
                foreach (var change in _feed.After(after))
                    if (!handler.Handle(change.Delta))
                        goto end;
                handler.HandleResult(_feed.Latest());
                end:
                _feed.Log("done");
            }
            """),
        Case("goto next page", """
            {
                long? token = after;
                next:
                var page = _feed.PageAfter(token);
                foreach (var change in page.Changes)
                    if (!handler.Handle(change.Delta)) return;
                if (page.HasMore) { token = page.Next; goto next; }
                handler.HandleResult(page.Next);
            }
            """),
        Case("endless loop with return", """
            {
                long? token = after;
                while (true)
                {
                    var page = _feed.PageAfter(token);
                    foreach (var change in page.Changes)
                        if (!handler.Handle(change.Delta)) return;
                    if (!page.HasMore)
                    {
                        handler.HandleResult(page.Next);
                        return;
                    }
                    token = page.Next;
                }
            }
            """),
        Case("endless for with break", """
            {
                long? token = after;
                for (;;)
                {
                    var page = _feed.PageAfter(token);
                    foreach (var change in page.Changes)
                        if (!handler.Handle(change.Delta)) return;
                    token = page.Next;
                    if (!page.HasMore) break;
                }
                handler.HandleResult(token.Value);
            }
            """),
        Case("last accepted token after a stop", """
            {
                long? last = after;
                foreach (var change in _feed.After(after))
                {
                    if (!handler.Handle(change.Delta))
                        break;
                    last = change.Number;
                }
                if (last is { } token)
                    handler.HandleResult(token);
            }
            """),
        Case("token of the rejected delta is not judged", """
            {
                var last = after ?? 0;
                foreach (var change in _feed.After(after))
                {
                    last = change.Number;
                    if (!handler.Handle(change.Delta)) break;
                }
                handler.HandleResult(last);
            }
            """),
        Case("input token after a stop", """
            {
                foreach (var change in _feed.After(after))
                    if (!handler.Handle(change.Delta)) { if (after is not null) handler.HandleResult(after.Value); return; }
                handler.HandleResult(_feed.Latest());
            }
            """),
        Case("plain handler has no token result", """
            {
                foreach (var change in _feed.After(after))
                    if (!handler.Handle(change.Delta)) return;
            }
            """, "long? after, ISyncResultsHandler<Person> handler"),
        Case("asked with is", """
            {
                foreach (var change in _feed.After(after))
                    if (!handler.Handle(change.Delta)) return;
                if (handler is ISyncTokenResultsHandler<Person> tokens)
                    tokens.HandleResult(_feed.Latest());
            }
            """, "long? after, ISyncResultsHandler<Person> handler"),
        Case("asked with as and conditional access", """
            {
                var tokens = handler as ISyncTokenResultsHandler<Person>;
                var latest = _feed.Latest();
                foreach (var change in _feed.After(after))
                    if (!handler.Handle(change.Delta)) return;
                tokens?.HandleResult(latest);
            }
            """, "long? after, ISyncResultsHandler<Person> handler"),
        Case("asked with as and a null test", """
            {
                var tokens = handler as ISyncTokenResultsHandler<Person>;
                foreach (var change in _feed.After(after))
                    if (!handler.Handle(change.Delta)) return;
                if (tokens == null) return;
                tokens.HandleResult(_feed.Latest());
            }
            """, "long? after, ISyncResultsHandler<Person> handler"),
        Case("cast directly", """
            {
                var tokens = (ISyncTokenResultsHandler<Person>)handler;
                foreach (var change in _feed.After(after))
                    if (!tokens.Handle(change.Delta)) return;
                tokens.HandleResult(_feed.Latest());
            }
            """, "long? after, ISyncResultsHandler<Person> handler"),
        Case("is not, early", """
            {
                if (handler is not ISyncTokenResultsHandler<Person> tokens)
                {
                    foreach (var change in _feed.After(after))
                        if (!handler.Handle(change.Delta)) break;
                    return;
                }
                foreach (var change in _feed.After(after))
                    if (!tokens.Handle(change.Delta)) return;
                tokens.HandleResult(_feed.Latest());
            }
            """, "long? after, ISyncResultsHandler<Person> handler"),
        Case("switch on the handler", """
            {
                foreach (var change in _feed.After(after))
                    if (!handler.Handle(change.Delta)) return;
                switch (handler)
                {
                    case ISyncTokenResultsHandler<Person> tokens:
                        tokens.HandleResult(_feed.Latest());
                        break;
                }
            }
            """, "long? after, ISyncResultsHandler<Person> handler"),
        Case("try finally", """
            {
                var reader = _feed.Open(after);
                try
                {
                    while (reader.Read())
                        if (!handler.Handle(reader.Current.Delta)) return;
                }
                finally
                {
                    reader.Dispose();
                }
                handler.HandleResult(_feed.Latest());
            }
            """),
        Case("catch rethrows", """
            {
                try
                {
                    foreach (var change in _feed.After(after))
                        if (!handler.Handle(change.Delta)) return;
                    handler.HandleResult(_feed.Latest());
                }
                catch (IOException exception)
                {
                    throw new InvalidOperationException("The feed broke.", exception);
                }
            }
            """),
        Case("an interrupted run has no token result", """
            {
                var latest = _feed.Latest();
                try
                {
                    foreach (var change in _feed.After(after))
                        if (!handler.Handle(change.Delta)) return;
                }
                catch (IOException)
                {
                    _feed.Log("interrupted");
                    return;
                }
                handler.HandleResult(latest);
            }
            """),
        Case("complete flag and catch", """
            {
                var latest = _feed.Latest();
                var complete = false;
                try
                {
                    foreach (var change in _feed.After(after))
                        if (!handler.Handle(change.Delta)) return;
                    complete = true;
                }
                catch (TimeoutException) { _feed.Log("timeout"); }
                finally { _feed.Log("closed"); }
                if (complete) handler.HandleResult(latest);
            }
            """),
        Case("flag and report in finally", """
            {
                var latest = _feed.Latest();
                var drained = false;
                try
                {
                    foreach (var change in _feed.After(after))
                        if (!handler.Handle(change.Delta)) return;
                    drained = true;
                }
                finally
                {
                    if (drained) handler.HandleResult(latest);
                }
            }
            """),
        Case("a bad record is skipped", """
            {
                var latest = _feed.Latest();
                foreach (var change in _feed.After(after))
                {
                    SyncDelta<Person> delta;
                    try { delta = change.Delta; }
                    catch (FormatException) { continue; }
                    if (!handler.Handle(delta)) return;
                }
                handler.HandleResult(latest);
            }
            """),
        Case("a page size that the run respects", """
            {
                var latest = _feed.Latest();
                var sent = 0;
                var max = options.PageSize ?? 100;
                foreach (var change in _feed.After(after))
                {
                    if (!handler.Handle(change.Delta)) return;
                    if (++sent >= max) return;
                }
                handler.HandleResult(latest);
            }
            """, "long? after, ISyncTokenResultsHandler<Person> handler, OperationOptions options"),
        Case("a limit in the loop condition", """
            {
                var latest = _feed.Latest();
                var sent = 0;
                var max = options.PageSize ?? 100;
                using var reader = _feed.Open(after);
                while (sent < max && reader.Read())
                {
                    if (!handler.Handle(reader.Current.Delta)) return;
                    sent++;
                }
                if (sent < max)
                    handler.HandleResult(latest);
            }
            """, "long? after, ISyncTokenResultsHandler<Person> handler, OperationOptions options"),
        Case("a partial flag", """
            {
                var latest = _feed.Latest();
                var partial = false;
                var sent = 0;
                foreach (var change in _feed.After(after))
                {
                    if (sent++ == 1000) { partial = true; break; }
                    if (!handler.Handle(change.Delta)) return;
                }
                if (!partial) handler.HandleResult(latest);
            }
            """),
        Case("cancelled between pages", """
            {
                var latest = _feed.Latest();
                foreach (var change in _feed.After(after))
                {
                    if (cancellation.IsCancellationRequested) return;
                    if (!handler.Handle(change.Delta)) return;
                }
                handler.HandleResult(latest);
            }
            """, "long? after, ISyncTokenResultsHandler<Person> handler, CancellationToken cancellation"),
        Case("while not cancelled", """
            {
                var latest = _feed.Latest();
                using var reader = _feed.Open(after);
                while (!cancellation.IsCancellationRequested && reader.Read())
                    if (!handler.Handle(reader.Current.Delta)) return;
                if (!cancellation.IsCancellationRequested) handler.HandleResult(latest);
            }
            """, "long? after, ISyncTokenResultsHandler<Person> handler, CancellationToken cancellation"),
        Case("no position at all yet", """
            {
                var latest = _feed.LatestOrNull();
                foreach (var change in _feed.After(after))
                    if (!handler.Handle(change.Delta)) return;
                if (latest is { } position)
                    handler.HandleResult(position);
            }
            """),
        Case("no position yet, coalesced", """
            {
                long? last = null;
                foreach (var change in _feed.After(after))
                {
                    if (!handler.Handle(change.Delta)) return;
                    last = change.Number;
                }
                if ((last ?? after) is { } position)
                    handler.HandleResult(position);
            }
            """),
        Case("empty and not empty", """
            {
                var changes = _feed.ListAfter(after);
                if (changes.Count == 0)
                {
                    handler.HandleResult(after ?? 0);
                    return;
                }
                foreach (var change in changes)
                    if (!handler.Handle(change.Delta)) return;
                handler.HandleResult(changes[^1].Number);
            }
            """),
        Case("for with an index", """
            {
                var changes = _feed.ListAfter(after);
                for (var i = 0; i < changes.Count; i++)
                    if (!handler.Handle(changes[i].Delta)) return;
                handler.HandleResult(_feed.Latest());
            }
            """),
        Case("index moved to the end as a stop", """
            {
                var changes = _feed.ListAfter(after);
                var index = 0;
                while (index < changes.Count)
                {
                    if (!handler.Handle(changes[index].Delta))
                        index = int.MaxValue - 1;
                    index++;
                }
                if (index <= changes.Count)
                    handler.HandleResult(_feed.Latest());
            }
            """),
        Case("counted deliveries", """
            {
                var changes = _feed.ListAfter(after);
                var delivered = 0;
                foreach (var change in changes)
                {
                    if (!handler.Handle(change.Delta)) break;
                    delivered++;
                }
                if (delivered == changes.Count)
                    handler.HandleResult(_feed.Latest());
            }
            """),
        Case("queue emptied on stop", """
            {
                var queue = new Queue<Change>(_feed.After(after));
                var complete = true;
                while (queue.Count > 0)
                {
                    if (!handler.Handle(queue.Dequeue().Delta))
                    {
                        complete = false;
                        queue.Clear();
                    }
                }
                if (complete) handler.HandleResult(_feed.Latest());
            }
            """),
        Case("stop in a state object", """
            {
                var run = new RunState();
                while (!run.IsOver)
                {
                    var page = _feed.PageAfter(after);
                    foreach (var change in page.Changes)
                        if (!handler.Handle(change.Delta)) { run.Stop(); break; }
                    if (!page.HasMore) run.End();
                }
                if (run.IsDrained) handler.HandleResult(_feed.Latest());
            }

            private sealed class RunState
            {
                public bool IsOver { get; private set; }
                public bool IsDrained { get; private set; }
                public void Stop() => IsOver = true;
                public void End() => IsOver = IsDrained = true;
            }
            """),
        Case("stop as a status", """
            {
                var status = Status.Running;
                while (status == Status.Running)
                {
                    var page = _feed.PageAfter(after);
                    foreach (var change in page.Changes)
                    {
                        if (handler.Handle(change.Delta)) continue;
                        status = Status.Stopped;
                        break;
                    }
                    if (status == Status.Running && !page.HasMore) status = Status.Drained;
                }
                switch (status)
                {
                    case Status.Drained: handler.HandleResult(_feed.Latest()); break;
                    case Status.Stopped: _feed.Log("stopped"); break;
                }
            }

            private enum Status { Running, Stopped, Drained }
            """),
        Case("two phases", """
            {
                var latest = _feed.Latest();
                foreach (var change in _feed.After(after).Where(change => change.After is null))
                    if (!handler.Handle(change.Delta)) return;
                foreach (var change in _feed.After(after).Where(change => change.After is not null))
                    if (!handler.Handle(change.Delta)) return;
                handler.HandleResult(latest);
            }
            """),
        Case("two phases joined by and", """
            {
                var latest = _feed.Latest();
                if (Deliver(_feed.After(after), handler) && Deliver(_feed.After(latest), handler))
                    handler.HandleResult(latest);
            }

            private static bool Deliver(IEnumerable<Change> changes, ISyncResultsHandler<Person> handler)
            {
                foreach (var change in changes)
                    if (!handler.Handle(change.Delta)) return false;
                return true;
            }
            """),
        Case("local function that is given nothing", """
            {
                foreach (var change in _feed.After(after))
                    if (!Emit(change)) return;
                handler.HandleResult(_feed.Latest());

                bool Emit(Change change)
                {
                    _feed.Log(change.Uid);
                    return handler.Handle(change.Delta);
                }
            }
            """),
        Case("recursion hands false upwards", """
            {
                if (Walk(_feed.PageAfter(after), handler))
                    handler.HandleResult(_feed.Latest());
            }

            private bool Walk(Page page, ISyncTokenResultsHandler<Person> handler)
            {
                foreach (var change in page.Changes)
                    if (!handler.Handle(change.Delta)) return false;
                return !page.HasMore || Walk(_feed.PageAfter(page.Next), handler);
            }
            """),
        Case("recursive local function", """
            {
                if (Walk(after)) handler.HandleResult(_feed.Latest());
                bool Walk(long? token)
                {
                    var page = _feed.PageAfter(token);
                    foreach (var change in page.Changes)
                        if (!handler.Handle(change.Delta)) return false;
                    return !page.HasMore || Walk(page.Next);
                }
            }
            """),
        Case("handler escapes into a helper of another type", """
            {
                Elsewhere.Drain(_feed, after, handler);
            }
            """, members: "} public static class Elsewhere { public static void Drain(Feed feed, long? after, ISyncTokenResultsHandler<Person> handler) { }"),
        Case("handler escapes into a lambda", """
            {
                _feed.ListAfter(after).ToList().ForEach(change => { if (!handler.Handle(change.Delta)) throw new OperationCanceledException(); });
            }
            """),
        Case("handler escapes as a method group", """
            {
                if (_feed.After(after).Select(change => change.Delta).All(handler.Handle)) handler.HandleResult(_feed.Latest());
            }
            """),
        Case("handler escapes into a field", """
            {
                _handler = handler;
                Drain();
            }
            private ISyncTokenResultsHandler<Person>? _handler;
            private void Drain() => _handler!.HandleResult(1L);
            """),
        Case("handler escapes into an object", """
            {
                new Walker(handler).Walk();
            }
            private sealed class Walker(ISyncTokenResultsHandler<Person> handler) { public void Walk() => handler.HandleResult(1L); }
            """),
        Case("guard clause", """
            {
                ArgumentNullException.ThrowIfNull(handler);
                if (after < 0) throw new ArgumentOutOfRangeException(nameof(after));
                foreach (var change in _feed.After(after))
                    if (!handler.Handle(change.Delta)) return;
                handler.HandleResult(_feed.Latest());
            }
            """),
        Case("not supported", "=> throw new NotSupportedException();"),
        Case("switch over the kind of change", """
            {
                foreach (var change in _feed.After(after))
                {
                    bool more;
                    switch (change.After)
                    {
                        case null: more = handler.Handle(SyncDelta.Delete<Person>(change.Number, change.Uid)); break;
                        case var person when change.Number > 10: more = handler.Handle(SyncDelta.Create(change.Number, person)); break;
                        default: more = handler.Handle(change.Delta); break;
                    }
                    if (more) continue;
                    return;
                }
                handler.HandleResult(_feed.Latest());
            }
            """),
        Case("switch expression over the answer", """
            {
                foreach (var change in _feed.After(after))
                {
                    var go = handler.Handle(change.Delta) switch { true => "on", false => "off" };
                    if (go == "off") return;
                }
                handler.HandleResult(_feed.Latest());
            }
            """),
        Case("answer compared", """
            {
                foreach (var change in _feed.After(after))
                    if (handler.Handle(change.Delta) == false) return;
                handler.HandleResult(_feed.Latest());
            }
            """),
        Case("answer as a pattern", """
            {
                foreach (var change in _feed.After(after))
                    if (handler.Handle(change.Delta) is false) return;
                handler.HandleResult(_feed.Latest());
            }
            """),
        Case("either of two deltas", """
            {
                foreach (var change in _feed.After(after))
                    if (!handler.Handle(change.Delta) || (change.After is not null && !handler.Handle(SyncDelta.Delete<Person>(change.Number, change.Uid)))) return;
                handler.HandleResult(_feed.Latest());
            }
            """),
        Case("the answer decides about a token", """
            {
                var latest = _feed.Latest();
                var last = after ?? 0;
                var stopped = false;
                foreach (var change in _feed.After(after))
                {
                    stopped = !handler.Handle(change.Delta);
                    if (stopped) break;
                    last = change.Number;
                }
                handler.HandleResult(stopped ? last : latest);
            }
            """),
        Case("lock around it", """
            {
                lock (_feed)
                {
                    foreach (var change in _feed.After(after))
                        if (!handler.Handle(change.Delta)) return;
                    handler.HandleResult(_feed.Latest());
                }
            }
            """),
        Case("answer kept in a field", """
            {
                _more = true;
                while (_more)
                {
                    var page = _feed.PageAfter(after);
                    foreach (var change in page.Changes)
                        if (!(_more = handler.Handle(change.Delta))) break;
                    if (!page.HasMore) break;
                }
                if (_more) handler.HandleResult(_feed.Latest());
            }
            private bool _more;
            """),
        Case("deconstruction and out", """
            {
                foreach (var (number, uid, person) in _feed.After(after))
                {
                    if (!long.TryParse(uid, out var parsed)) continue;
                    if (!handler.Handle(SyncDelta.Delete<Person>(number, uid))) return;
                }
                handler.HandleResult(_feed.Latest());
            }
            """),
        Async("await foreach", """
            {
                var latest = await _feed.LatestAsync(cancellation);
                await foreach (var change in _feed.StreamAfter(after).WithCancellation(cancellation))
                {
                    if (!await handler.HandleAsync(change.Delta, cancellation))
                        return;
                }
                handler.HandleResult(latest);
            }
            """),
        Async("ConfigureAwait everywhere", """
            {
                var latest = await _feed.LatestAsync(cancellation).ConfigureAwait(false);
                await using var reader = _feed.Open(after);
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                {
                    var more = await handler.HandleAsync(reader.Current.Delta, cancellation).ConfigureAwait(false);
                    if (!more) return;
                }
                handler.HandleResult(latest);
            }
            """),
        Async("pages with a flag", """
            {
                var token = after;
                var stopped = false;
                Page page;
                do
                {
                    page = await _feed.PageAfterAsync(token, cancellation);
                    foreach (var change in page.Changes)
                    {
                        stopped = !await handler.HandleAsync(change.Delta, cancellation);
                        if (stopped) break;
                    }
                    token = page.Next;
                }
                while (page.HasMore && !stopped);
                if (!stopped) handler.HandleResult(page.Next);
            }
            """),
        Async("task kept and awaited later", """
            {
                foreach (var change in _feed.After(after))
                {
                    var answer = handler.HandleAsync(change.Delta, cancellation);
                    _feed.Log(change.Uid);
                    if (!await answer) return;
                }
                handler.HandleResult(_feed.Latest());
            }
            """),
        Async("asynchronous helper", """
            {
                if (await DrainAsync(after, handler, cancellation))
                    handler.HandleResult(await _feed.LatestAsync(cancellation));
            }
            """, """
            private async Task<bool> DrainAsync(long? after, IAsyncSyncResultsHandler<Person> handler, CancellationToken cancellation)
            {
                await foreach (var change in _feed.StreamAfter(after))
                    if (!await handler.HandleAsync(change.Delta, cancellation).ConfigureAwait(false)) return false;
                return true;
            }
            """),
        Case("stopped by an exception", """
            {
                var latest = _feed.Latest();
                try
                {
                    foreach (var change in _feed.After(after))
                        if (!handler.Handle(change.Delta)) throw new OperationCanceledException();
                }
                catch (OperationCanceledException) { return; }
                handler.HandleResult(latest);
            }
            """),
        Case("retried", """
            {
                var last = after;
                for (var attempt = 0; ; attempt++)
                {
                    try
                    {
                        foreach (var change in _feed.After(last))
                        {
                            if (!handler.Handle(change.Delta)) return;
                            last = change.Number;
                        }
                        break;
                    }
                    catch (IOException) when (attempt < 3) { _feed.Log("again"); }
                }
                if (last is not null) handler.HandleResult(last.Value);
            }
            """),
        Case("helper that answers the last token, or null after a stop", """
            {
                if (Drain(after, handler) is { } last)
                    handler.HandleResult(last);
            }
            private long? Drain(long? after, ISyncResultsHandler<Person> handler)
            {
                var last = after ?? 0;
                foreach (var change in _feed.After(after))
                {
                    if (!handler.Handle(change.Delta)) return null;
                    last = change.Number;
                }
                return last;
            }
            """),
        Case("helper that answers a pair, two phases", """
            {
                var (more, last) = Drain(after, handler);
                if (!more) return;
                (more, last) = Drain(last, handler);
                if (more) handler.HandleResult(last);
            }
            private (bool More, long Last) Drain(long? after, ISyncResultsHandler<Person> handler)
            {
                var last = after ?? 0;
                foreach (var change in _feed.After(after))
                {
                    if (!handler.Handle(change.Delta)) return (false, last);
                    last = change.Number;
                }
                return (true, last);
            }
            """),
        Case("helper with an out parameter", """
            {
                Drain(after, handler, out var stopped);
                if (!stopped) Drain(_feed.Latest(), handler, out stopped);
                if (!stopped) handler.HandleResult(_feed.Latest());
            }
            private void Drain(long? after, ISyncResultsHandler<Person> handler, out bool stopped)
            {
                stopped = false;
                foreach (var change in _feed.After(after))
                {
                    if (handler.Handle(change.Delta)) continue;
                    stopped = true;
                    return;
                }
            }
            """),
        Case("full and incremental", """
            {
                if (after is null) Full(handler);
                else Incremental(after.Value, handler);
            }
            private void Full(ISyncTokenResultsHandler<Person> handler)
            {
                var latest = _feed.Latest();
                foreach (var change in _feed.After(null))
                    if (!handler.Handle(change.Delta)) return;
                handler.HandleResult(latest);
            }
            private void Incremental(long after, ISyncTokenResultsHandler<Person> handler)
            {
                var last = after;
                foreach (var change in _feed.After(after))
                {
                    if (!handler.Handle(change.Delta)) return;
                    last = change.Number;
                }
                handler.HandleResult(last);
            }
            """),
        Case("reader that tries", """
            {
                var queue = new Queue<Change>(_feed.After(after));
                while (true)
                {
                    if (!queue.TryDequeue(out var change)) break;
                    if (!handler.Handle(change.Delta)) return;
                }
                handler.HandleResult(_feed.Latest());
            }
            """),
        Case("answer counted", """
            {
                var changes = _feed.ListAfter(after);
                var accepted = 0;
                foreach (var change in changes)
                {
                    var answer = handler.Handle(change.Delta);
                    accepted += answer ? 1 : 0;
                    if (!answer) break;
                }
                if (accepted < changes.Count) return;
                handler.HandleResult(_feed.Latest());
            }
            """),
        Case("enumerator by hand", """
            {
                using var changes = _feed.After(after).GetEnumerator();
                bool read, more = true;
                while ((read = changes.MoveNext()) && (more = handler.Handle(changes.Current.Delta))) { }
                if (!read || more) handler.HandleResult(_feed.Latest());
            }
            """),
        Case("acknowledged on the way out", """
            {
                var last = after ?? 0;
                try
                {
                    foreach (var change in _feed.After(after))
                    {
                        if (!handler.Handle(change.Delta)) return;
                        last = change.Number;
                    }
                    handler.HandleResult(last);
                }
                finally
                {
                    _feed.Acknowledge(last);
                }
            }
            """),
        Members("partial method", """
            [Sync<Person>]
            public partial void Sync(long? after, ISyncTokenResultsHandler<Person> handler);

            public partial void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
            {
                foreach (var change in _feed.After(after))
                    if (!handler.Handle(change.Delta)) return;
                handler.HandleResult(_feed.Latest());
            }
            """),
        Members("two syncs with one helper", """
            [Sync("a")]
            public void A(SyncToken? after, ISyncTokenResultsHandler handler) => Drain("a", handler);

            [Sync("b")]
            public void B(SyncToken? after, ISyncTokenResultsHandler handler) => Drain("b", handler);

            private void Drain(string name, ISyncTokenResultsHandler handler)
            {
                var latest = _feed.Latest();
                foreach (var change in _feed.After(null))
                    if (!handler.Handle(SyncDelta.Delete(change.Number, ObjectClass.Of(name), change.Uid))) return;
                handler.HandleResult(latest);
            }
            """),
        Members("returns a task without being async", """
            [Sync<Person>]
            public Task Sync(long? after, IAsyncSyncTokenResultsHandler<Person> handler)
            {
                handler.HandleResult(after ?? 0);
                return Task.CompletedTask;
            }
            """),
        Members("untyped", """
            [Sync("device")]
            public void Sync(ObjectClass objectClass, SyncToken? after, ISyncTokenResultsHandler handler)
            {
                foreach (var change in _feed.After(null))
                    if (!handler.Handle(SyncDelta.Delete(change.Number, objectClass, change.Uid))) return;
                handler.HandleResult(_feed.Latest());
            }
            """),
        Members("not annotated", """
            public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
            {
                foreach (var change in _feed.After(after)) handler.Handle(change.Delta);
            }
            """),
    ];

    [TestCaseSource(nameof(Cases))]
    public Task Is_left_alone(Sources sources) => Verify<HandlerFlowAnalyzer>.Clean(sources);
}
