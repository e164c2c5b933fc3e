using Sluice.Analyzers.Flow;
using Sluice.Analyzers.Tests.Flow;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Tokens;

/// <summary>SLC203.</summary>
public sealed class SecondTokenResultTests
{
    [Test]
    public Task One_after_the_other() => Verify<HandlerFlowAnalyzer>.Reports(
        Connectors.Sync("""
            {
                handler.HandleResult(1L);
                {|SLC203:handler.HandleResult(2L)|};
            }
            """),
        ("SLC203", "'Sync' reports a token result here that is its second; report one, after the last delta"));

    [Test]
    public Task In_a_loop() => Verify<HandlerFlowAnalyzer>.Reports(
        Connectors.Sync("""
            {
                long? token = after;
                Page page;
                do
                {
                    page = _feed.PageAfter(token);
                    foreach (var change in page.Changes)
                        if (!handler.Handle(change.Delta)) return;
                    {|SLC203:handler.HandleResult(page.Next)|};
                    token = page.Next;
                }
                while (page.HasMore);
            }
            """),
        ("SLC203", "'Sync' reports a token result in every round of a loop; report one, after the last delta"));

    [TestCase("""
        {
            foreach (var change in _feed.After(after))
            {
                if (!handler.Handle(change.Delta)) return;
                {|SLC203:handler.HandleResult(change.Number)|};
            }
            handler.HandleResult(_feed.Latest());
        }
        """, TestName = "Second: per delta")]
    [TestCase("""
        {
            if (after is null)
                handler.HandleResult(0L);
            else
                handler.HandleResult(1L);
            {|SLC203:handler.HandleResult(2L)|};
        }
        """, TestName = "Second: after both branches")]
    [TestCase("""
        {
            try
            {
                handler.HandleResult(1L);
            }
            finally
            {
                {|SLC203:handler.HandleResult(2L)|};
            }
        }
        """, TestName = "Second: in finally")]
    [TestCase("""
        {
            Report();
            {|SLC203:handler.HandleResult(_feed.Latest())|};
            void Report() => handler.HandleResult(1L);
        }
        """, TestName = "Second: behind a local function")]
    public Task Reported(string body) => Verify<HandlerFlowAnalyzer>.Reports(Connectors.Sync(body));

    [TestCase("""
        {
            var changes = _feed.ListAfter(after);
            if (changes.Count > 0) handler.HandleResult(1L);
            if (changes.Count == 0) handler.HandleResult(2L);
        }
        """, TestName = "Second: not where conditions exclude each other")]
    [TestCase("""
        {
            foreach (var page in new[] { _feed.PageAfter(after), _feed.PageAfter(1) })
            {
                if (!page.HasMore) { handler.HandleResult(page.Next); return; }
            }
            throw new InvalidOperationException();
        }
        """, TestName = "Second: not in the last round")]
    public Task Not_reported(string body) => Verify<HandlerFlowAnalyzer>.Clean(Connectors.Sync(body));
}
