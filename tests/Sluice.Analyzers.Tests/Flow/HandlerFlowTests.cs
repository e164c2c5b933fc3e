using System.Text;
using Sluice.Analyzers.Flow;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Flow;

/// <summary>The analysis itself: its cost, and what it does with broken code.</summary>
public sealed class HandlerFlowTests
{
    private const string Showcase = """
        {
            long? token = after;
            var stopped = false;
            var tokens = handler as ISyncTokenResultsHandler<Person>;
            try
            {
                while (!stopped)
                {
                    var page = _feed.PageAfter(token);
                    foreach (var change in page.Changes)
                    {
                        if (!Emit(change.Delta)) { stopped = true; break; }
                    }
                    switch (page.HasMore) { case true: token = page.Next; continue; default: goto end; }
                }
                end: ;
            }
            catch (IOException exception) when (exception.Message.Length > 0) { return; }
            finally { _feed.Log("closed"); }
            if (!stopped) tokens?.HandleResult(token ?? 0);

            bool Emit(SyncDelta<Person> delta) => handler.Handle(delta);
        }
        """;

    // Bounds for a machine that is busy with something else; on an idle one each takes a fraction.
    [TestCase("if (_feed.Latest() == {0}) _feed.Log(\"{0}\");", 500, 1, TestName = "Cost: 500 branches")]
    [TestCase("var a{0} = _feed.Latest() > 0; if (a{0}) {{ a{0} = false; more &= a{0}; }}", 200, 5, TestName = "Cost: 200 flags")]
    [TestCase("if (!handler.Handle(SyncDelta.Delete<Person>({0}L, \"{0}\"))) return;", 500, 5, TestName = "Cost: 500 deltas")]
    [TestCase("using (_feed.Open({0})) {{ if (_feed.Latest() == {0} && !handler.Handle(SyncDelta.Delete<Person>({0}L, \"{0}\"))) return; }}", 500, 5, TestName = "Cost: 500 using blocks")]
    [TestCase("try {{ if (!handler.Handle(SyncDelta.Delete<Person>({0}L, \"{0}\"))) return; }} catch (IOException) {{ more = false; }}", 500, 5, TestName = "Cost: 500 catches")]
    public async Task Grows_with_the_number_of_branches(string branch, int count, int seconds)
    {
        var body = new StringBuilder("{ var more = true; var latest = _feed.Latest();\n");
        for (var i = 0; i < count; i++)
            body.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, branch, i).Append('\n');
        var sources = Connectors.Sync(body.Append("if (more || latest > 0) handler.HandleResult(latest); else handler.HandleResult(0L); }").ToString());
        await Verify<HandlerFlowAnalyzer>.Clean(sources);

        var time = await AnalyzerTime.Of<HandlerFlowAnalyzer>(sources);
        Assert.That(time, Is.LessThan(TimeSpan.FromSeconds(seconds)));
    }

    [Test]
    public async Task Nested_finally_blocks_do_not_multiply()
    {
        var body = new StringBuilder("{ var latest = _feed.Latest();\n");
        for (var i = 0; i < 20; i++)
            body.Append("try { if (_feed.Latest() == 1) throw new InvalidOperationException(); if (!handler.Handle(SyncDelta.Delete<Person>(1L, \"1\"))) return;\n");
        for (var i = 0; i < 20; i++)
            body.Append("} finally { if (_feed.Latest() == 2) _feed.Log(\"closed\"); }\n");
        var sources = Connectors.Sync(body.Append("handler.HandleResult(latest); }").ToString());
        await Verify<HandlerFlowAnalyzer>.Clean(sources);
        Assert.That(await AnalyzerTime.Of<HandlerFlowAnalyzer>(sources), Is.LessThan(TimeSpan.FromSeconds(5)));
    }

    [Test]
    public Task The_showcase_is_correct() => Verify<HandlerFlowAnalyzer>.Clean(Connectors.Sync(Showcase, "long? after, ISyncResultsHandler<Person> handler"));

    [Test]
    public async Task Broken_code_does_no_harm()
    {
        var connector = Connectors.Sync(Showcase, "long? after, ISyncResultsHandler<Person> handler");
        foreach (var mutant in Mutations.Of(connector.Files[0].Text, seed: 7, count: 40))
            await Verify<HandlerFlowAnalyzer>.Survives([("Connector.cs", mutant), connector.Files[1]]);
    }
}
