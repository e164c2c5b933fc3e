using Sluice.Tests.Runtime.Scripted;

namespace Sluice.Tests.Runtime;

/// <summary>Exceptions and cancellation, from every side, in every shape.</summary>
[TestFixtureSource(typeof(Variant), nameof(Variant.All))]
internal sealed class FaultTests(Variant variant)
{
    private static readonly Change[] Changes = [new(1L, "a"), new(1L, "b"), new(2L, "c"), new(3L, "d"), new(3L, "e3")];

    [Test]
    public async Task What_the_handler_throws_arrives_unchanged_and_the_delta_is_not_acknowledged([Range(0, 4)] int index)
    {
        var thrown = new InvalidDataException("mine");
        var source = new ScriptedSource(Changes);
        var run = Run();
        var calls = 0;

        var seen = await Assert.ThrowsAsync<InvalidDataException>(() => variant.RunAsync(variant.Facade(source), run, (_, _) => calls++ == index ? throw thrown : SyncAnswer.Continue));

        Assert.That(seen, Is.SameAs(thrown));
        Assert.That(calls, Is.EqualTo(index + 1), "never again after it threw");
        Assert.That((run.Outcome, run.Delivered, run.Acknowledged), Is.EqualTo((SyncOutcome.Faulted, index + 1L, (long)index)));
        Assert.That(run.Position, Is.EqualTo(ExpectedAt(source, index, seen: true)));
        Assert.That(source.Closed, Is.EqualTo(source.Opened));
    }

    [Test]
    public async Task What_the_source_throws_arrives_unchanged_after_what_came_before_it([Range(0, 5)] int index)
    {
        var thrown = new InvalidDataException("the source's");
        var source = new ScriptedSource(Changes) { Before = at => _ = at == index ? throw thrown : at };
        var run = Run();
        var calls = 0;

        var seen = await Assert.ThrowsAsync<InvalidDataException>(() => variant.RunAsync(variant.Facade(source), run, (_, _) =>
        {
            calls++;
            return SyncAnswer.Continue;
        }));

        // A page that fails delivers none of its deltas: pages hold whole groups.
        var before = variant.Shape != Shape.Page ? index : index switch { <= 1 => 0, <= 4 => 2, _ => 2 };
        Assert.That(seen, Is.SameAs(thrown));
        Assert.That(calls, Is.EqualTo(before));
        Assert.That(run.Outcome, Is.EqualTo(SyncOutcome.Faulted));
        Assert.That(run.Position, Is.EqualTo(variant.Shape == Shape.Page ? before == 0 ? SyncPosition.Beginning : SyncPosition.After(1L) : ExpectedAt(source, index, seen: false)));
        Assert.That(source.Closed, Is.EqualTo(source.Opened));
    }

    [Test]
    public async Task A_handler_that_cancels_gets_no_further_delta([Range(0, 4)] int index)
    {
        using var cancellation = new CancellationTokenSource();
        var source = new ScriptedSource(Changes);
        var run = Run();
        var calls = 0;

        await Assert.ThatAsync(() => variant.RunAsync(variant.Facade(source), run, (_, _) =>
        {
            if (calls++ == index)
                cancellation.Cancel();
            return SyncAnswer.Continue;
        }, cancellation.Token), Throws.InstanceOf<OperationCanceledException>());

        Assert.That(calls, Is.EqualTo(index + 1));
        Assert.That((run.Outcome, run.Acknowledged), Is.EqualTo((SyncOutcome.Cancelled, index + 1L)));

        // The next delta may have been seen, and so may have closed the group; the end may not be trusted.
        var next = index + 1 < Changes.Length ? ExpectedAt(source, index + 1, seen: true) : SyncPosition.After(2L);
        Assert.That(run.Position, Is.EqualTo(variant.Shape == Shape.Page && index == 4 ? SyncPosition.After(3L) : next));
        Assert.That(source.Closed, Is.EqualTo(source.Opened));
    }

    [Test]
    public async Task A_handler_that_gives_up_when_cancelled_has_not_done_its_delta()
    {
        using var cancellation = new CancellationTokenSource();
        var run = Run();

        await Assert.ThatAsync(() => variant.RunAsync(variant.Facade(new ScriptedSource(Changes)), run, (uid, _) =>
        {
            if (uid == "d")
            {
                cancellation.Cancel();
                cancellation.Token.ThrowIfCancellationRequested();
            }

            return SyncAnswer.Continue;
        }, cancellation.Token), Throws.InstanceOf<OperationCanceledException>());

        Assert.That((run.Outcome, run.Delivered, run.Acknowledged, run.Position), Is.EqualTo((SyncOutcome.Cancelled, 4L, 3L, SyncPosition.After(2L))));
    }

    [Test]
    public async Task A_source_that_ends_early_because_it_was_cancelled_is_not_drained([Range(0, 5)] int index)
    {
        // The end comes as if there were no more changes: what a loop on IsCancellationRequested does.
        using var cancellation = new CancellationTokenSource();
        var source = new ScriptedSource(Changes.Take(index))
        {
            Before = at =>
            {
                if (at == index)
                    cancellation.Cancel();
            },
        };
        var run = Run();

        await Assert.ThatAsync(() => variant.RunAsync(variant.Facade(source), run, (_, _) => SyncAnswer.Continue, cancellation.Token), Throws.InstanceOf<OperationCanceledException>());

        Assert.That(run.Outcome, Is.EqualTo(SyncOutcome.Cancelled));
        if (variant.Shape != Shape.Page)
            Assert.That(run.Position.Token?.AsInt64() ?? 0, Is.LessThan(index == 0 ? 1 : Changes[index - 1].Token.AsInt64()), "the open group may go on");
    }

    [Test]
    public async Task A_run_that_is_cancelled_before_it_starts_touches_no_source()
    {
        var source = new ScriptedSource(Changes);
        var run = Run();

        await Assert.ThatAsync(() => variant.RunAsync(variant.Facade(source), run, (_, _) => SyncAnswer.Continue, new CancellationToken(true)), Throws.InstanceOf<OperationCanceledException>());

        Assert.That((source.Opened, run.Outcome, run.Position), Is.EqualTo((0, SyncOutcome.Cancelled, SyncPosition.Beginning)));
    }

    [Test]
    public async Task A_source_that_fails_after_an_accepting_stop_concerns_nobody([Values] bool cancelled)
    {
        var log = new RecordingLog();
        var source = new ScriptedSource(Changes) { Before = at => _ = at == 4 ? throw (cancelled ? new OperationCanceledException() : new InvalidDataException()) : at };

        var result = await variant.RunAsync(variant.Facade(source, log.Settings), Run(), (uid, _) => uid == (variant.Shape == Shape.Page ? "b" : "d") ? SyncAnswer.AcceptAndStop : SyncAnswer.Continue);

        // In pages the stop is known at the end of the page, before the failing one is fetched; a bridge fails while it fetches.
        Assert.That(result.Outcome, Is.EqualTo(SyncOutcome.Stopped));
        Assert.That(result.Position, Is.EqualTo(SyncPosition.After(variant.Shape == Shape.Page ? 1L : 2L)));
        Assert.That(log.Ids.Contains(5), Is.EqualTo(variant.Shape != Shape.Page));
    }

    [Test]
    public async Task An_answer_that_is_none_is_refused()
    {
        var run = Run();

        await Assert.ThrowsAsync<InvalidOperationException>(() => variant.RunAsync(variant.Facade(new ScriptedSource(Changes)), run, (uid, _) => uid == "c" ? (SyncAnswer)7 : SyncAnswer.Continue));

        Assert.That((run.Outcome, run.Acknowledged, run.Position), Is.EqualTo((SyncOutcome.Faulted, 2L, SyncPosition.After(1L))));
    }

    [Test]
    public async Task A_handler_may_start_another_run()
    {
        var facade = variant.Facade(new ScriptedSource(Changes));
        var inner = 0;

        var result = await variant.RunAsync(facade, Run(), (_, token) =>
        {
            // The inner run is of the synchronous kind where it can be: nothing here may block.
            if (variant.Waiting == Waiting.Synchronous)
                inner += (int)facade.Sync(Run(), SyncHandler.From(_ => SyncAnswer.Continue)).Delivered;
            return SyncAnswer.Continue;
        });

        Assert.That((result.Outcome, result.Delivered, inner), Is.EqualTo((SyncOutcome.Drained, 5L, variant.Waiting == Waiting.Synchronous ? 25 : 0)));
    }

    [Test]
    public async Task Two_runs_at_once_do_not_disturb_each_other()
    {
        var facade = variant.Facade(new ScriptedSource(Changes));
        var first = Task.Run(() => variant.RunAsync(facade, Run(), (uid, _) => uid == "c" ? SyncAnswer.RejectAndStop : SyncAnswer.Continue));
        var second = Task.Run(() => variant.RunAsync(facade, Run(), (_, _) => SyncAnswer.Continue));

        Assert.That((await first, await second), Is.EqualTo((
            new SyncResult(SyncOutcome.Rejected, SyncPosition.After(1L), 3, 2, false),
            new SyncResult(SyncOutcome.Drained, SyncPosition.After(3L), 5, 5, false))));
        Assert.That(facade.Created, Is.EqualTo(1));
    }

    [Test]
    public async Task A_run_is_used_once()
    {
        var facade = variant.Facade(new ScriptedSource(Changes));
        var run = Run();
        await variant.RunAsync(facade, run, (_, _) => SyncAnswer.Continue);

        await Assert.ThrowsAsync<InvalidOperationException>(() => variant.RunAsync(facade, run, (_, _) => SyncAnswer.Continue));
        Assert.That((run.Outcome, run.Position, run.Delivered), Is.EqualTo((SyncOutcome.Drained, SyncPosition.After(3L), 5L)));
    }

    [Test]
    public async Task A_source_without_changes_leaves_the_position_or_moves_it_by_its_final_token()
    {
        var idle = await variant.RunAsync(variant.Facade(new ScriptedSource()), new SyncRun(ObjectClass.Account, SyncPosition.After(7L)), (_, _) => SyncAnswer.Continue);
        var told = await variant.RunAsync(variant.Facade(new ScriptedSource() { Final = 9L }), new SyncRun(ObjectClass.Account, SyncPosition.After(7L)), (_, _) => SyncAnswer.Continue);

        Assert.That((idle.Position, idle.FinalTokenReported), Is.EqualTo((SyncPosition.After(7L), false)));
        Assert.That((told.Position, told.FinalTokenReported), Is.EqualTo((SyncPosition.After(variant.Shape == Shape.Iterator ? 7L : 9L), variant.Shape == Shape.Handler)));
    }

    [Test]
    public async Task An_endless_source_is_bounded_by_its_host()
    {
        var count = 0L;
        var facade = new TestFacade(null, one => new UntypedClass(one, ObjectClass.Account, session =>
        {
            for (var token = (session.After?.AsInt64() ?? 0) + 1; session.Deliver(SyncDelta.Delete(token, ObjectClass.Account, "u")); token++)
                count++;
        }, null));
        var position = SyncPosition.Beginning;
        for (var i = 0; i < 3; i++)
            position = facade.Sync(new SyncRun(ObjectClass.Account, position), SyncHandler.From(_ => SyncAnswer.AcceptAndStop)).Position;

        Assert.That((position, count), Is.EqualTo((SyncPosition.After(3L), 3L)));
        await facade.DisposeAsync();
    }

    private static SyncRun Run() => new(ObjectClass.Account, SyncPosition.Beginning, new OperationOptions { PageSize = 2 });

    /// <summary>The last group that the first <paramref name="index"/> deltas complete.</summary>
    private SyncPosition ExpectedAt(ScriptedSource source, int index, bool seen)
    {
        var token = SyncPosition.Beginning;
        for (var i = 0; i < index; i++)
        {
            var known = seen ? i + 1 <= index : i + 1 < index;
            var pageEnds = variant.Shape == Shape.Page && (i == 1 || i == 4);
            if (pageEnds || (known && i + 1 < source.Changes.Count && source.Changes[i + 1].Token != source.Changes[i].Token))
                token = SyncPosition.After(source.Changes[i].Token);
        }

        return token;
    }
}
