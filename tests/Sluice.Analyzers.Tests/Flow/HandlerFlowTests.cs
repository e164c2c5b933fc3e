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

    // The using and try blocks of one method are as many as anybody will write.
    [TestCase("if (_feed.Latest() == {0}) _feed.Log(\"{0}\");", 500, TestName = "Cost: branches")]
    [TestCase("var a{0} = _feed.Latest() > 0; if (a{0}) {{ a{0} = false; more &= a{0}; }}", 200, TestName = "Cost: flags")]
    [TestCase("if (!handler.Handle(SyncDelta.Delete<Person>({0}L, \"{0}\"))) return;", 500, TestName = "Cost: deltas")]
    [TestCase("using (_feed.Open({0})) {{ if (_feed.Latest() == {0} && !handler.Handle(SyncDelta.Delete<Person>({0}L, \"{0}\"))) return; }}", 500, TestName = "Cost: using blocks")]
    [TestCase("try {{ if (!handler.Handle(SyncDelta.Delete<Person>({0}L, \"{0}\"))) return; }} catch (IOException) {{ more = false; }}", 500, TestName = "Cost: catches")]
    [TestCase("foreach (var change{0} in _feed.After({0})) {{ if (!handler.Handle(change{0}.Delta)) return; }}", 200, TestName = "Cost: loops")]
    public async Task Grows_with_the_number_of_branches(string branch, int count)
    {
        var (once, twice) = (Repeat(branch, count), Repeat(branch, 2 * count));
        await Verify<HandlerFlowAnalyzer>.Clean(once);

        // Twice the code, twice the work.
        Assert.That(FlowSteps.Of(twice), Is.LessThan(2.1 * FlowSteps.Of(once)));
    }

    [Test]
    public async Task Nested_finally_blocks_do_not_multiply()
    {
        await Verify<HandlerFlowAnalyzer>.Clean(Nested(20));

        // Each path out of a block goes through all finally blocks around it, so depth costs its square; it must not cost a power.
        Assert.That(FlowSteps.Of(Nested(20)), Is.LessThan(4.2 * FlowSteps.Of(Nested(10))));
    }

    [Test]
    public async Task Takes_no_noticeable_time()
    {
        // Many times what it takes on an idle machine: the counts above are the measure, this says that a step is cheap.
        var sources = Repeat("if (_feed.Latest() == {0} && !handler.Handle(SyncDelta.Delete<Person>({0}L, \"{0}\"))) return;", 300);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await Verify<HandlerFlowAnalyzer>.Clean(sources);
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(30)));
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

    private static Sources Repeat(string branch, int count)
    {
        var body = new StringBuilder("{ var more = true; var latest = _feed.Latest();\n");
        for (var i = 0; i < count; i++)
            body.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, branch, i).Append('\n');
        return Connectors.Sync(body.Append("if (more || latest > 0) handler.HandleResult(latest); else handler.HandleResult(0L); }").ToString());
    }

    private static Sources Nested(int depth)
    {
        var body = new StringBuilder("{ var latest = _feed.Latest();\n");
        for (var i = 0; i < depth; i++)
            body.Append("try { if (_feed.Latest() == 1) throw new InvalidOperationException(); if (!handler.Handle(SyncDelta.Delete<Person>(1L, \"1\"))) return;\n");
        for (var i = 0; i < depth; i++)
            body.Append("} finally { if (_feed.Latest() == 2) _feed.Log(\"closed\"); }\n");
        return Connectors.Sync(body.Append("handler.HandleResult(latest); }").ToString());
    }
}
