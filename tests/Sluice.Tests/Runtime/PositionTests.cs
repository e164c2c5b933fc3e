using Sluice.Tests.Runtime.Scripted;
using Sluice.Tests.Sync;

namespace Sluice.Tests.Runtime;

/// <summary>The position after a run, for every shape, handler and face, stopped at every index with every answer.</summary>
[TestFixtureSource(typeof(Variant), nameof(Variant.All))]
internal sealed class PositionTests(Variant variant)
{
    private const long Start = 10;
    private const int PageSize = 2;

    [Test]
    public async Task It_is_safe_after_every_cut_and_the_next_run_delivers_the_rest([Values(TokenGranularity.Group, TokenGranularity.PerDelta)] TokenGranularity granularity, [Values] bool fromBeginning)
    {
        var input = fromBeginning ? SyncPosition.Beginning : SyncPosition.After(Start);
        foreach (var changes in Patterns.UpTo(4, Start, checkpoints: variant.Shape == Shape.Iterator, groups: granularity != TokenGranularity.PerDelta))
        {
            foreach (SyncToken? final in variant.Shape == Shape.Handler ? new SyncToken?[] { null, Start + 50 } : [null])
            {
                var source = new ScriptedSource(changes) { Granularity = granularity, Final = final };
                var events = source.Events(variant.Shape, input.Token, PageSize);
                if (changes.Length == 0 && variant.Shape == Shape.Page)
                    continue;
                for (var cut = 0; cut <= events.Count; cut++)
                {
                    if (cut < events.Count && events[cut].IsCheckpoint)
                        continue;
                    foreach (var stop in cut == events.Count ? [SyncAnswer.Continue] : new[] { SyncAnswer.AcceptAndStop, SyncAnswer.RejectAndStop })
                        await Check(source, input, events, cut, stop, final);
                }
            }
        }
    }

    private async Task Check(ScriptedSource source, SyncPosition input, IReadOnlyList<Change> events, int cut, SyncAnswer stop, SyncToken? final)
    {
        var what = $"{string.Join(' ', events)} from {input}, {stop} at {cut}, final {final}";
        var stopAt = events.Take(cut).Count(one => !one.IsCheckpoint);
        var facade = variant.Facade(source);
        var first = new List<string>();
        var run = Run(input);
        var result = await variant.RunAsync(facade, run, (uid, _) =>
        {
            first.Add(uid);
            return first.Count == stopAt + 1 ? stop : SyncAnswer.Continue;
        });

        var drained = cut == events.Count;
        var accepted = stop != SyncAnswer.RejectAndStop;
        var expected = PositionOracle.Position(input, events, source.Granularity, cut, accepted, final);
        Assert.That(result.Position, Is.EqualTo(expected), what);
        Assert.That(run.Position, Is.EqualTo(expected), what);
        Assert.That((result.Outcome, result.Delivered, result.Acknowledged), Is.EqualTo((
            drained ? SyncOutcome.Drained : accepted ? SyncOutcome.Stopped : SyncOutcome.Rejected,
            (long)first.Count,
            (long)(accepted ? first.Count : first.Count - 1))), what);
        Assert.That(first, Is.EqualTo(events.Where(one => !one.IsCheckpoint).Select(one => one.Uid).Take(drained ? stopAt : stopAt + 1)), what);
        Assert.That(source.Closed, Is.EqualTo(source.Opened), "what was opened is closed");

        var done = accepted ? first : first[..^1];
        var second = new List<string>();
        var rest = await variant.RunAsync(facade, Run(result.Position), (uid, _) =>
        {
            second.Add(uid);
            return SyncAnswer.Continue;
        });
        var repeated = done.Intersect(second).Select(uid => events.First(one => one.Uid == uid).Token).Distinct();
        Assert.That(rest.Outcome, Is.EqualTo(SyncOutcome.Drained), what);
        Assert.That(done.Union(second), Is.EqualTo(events.Where(one => !one.IsCheckpoint).Select(one => one.Uid)), what);
        Assert.That(repeated.Count(), Is.LessThanOrEqualTo(1), what);
    }

    private static SyncRun Run(SyncPosition from) => new(ObjectClass.Account, from, new OperationOptions { PageSize = PageSize });
}
