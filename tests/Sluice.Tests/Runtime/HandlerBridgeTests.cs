using Sluice.Tests.Runtime.Scripted;

namespace Sluice.Tests.Runtime;

/// <summary>A synchronous handler-shaped connector under an asynchronous handler: batches that end with a token group.</summary>
internal sealed class HandlerBridgeTests
{
    private const int Limit = Sluice.Runtime.HandlerBridge<SyncDelta>.Limit;

    private static readonly (int Size, TokenGranularity Granularity)[] Groups =
    [
        (1, TokenGranularity.PerDelta), .. new[] { 1, 3, Limit - 1, Limit, Limit + 1, 2 * Limit }.Select(size => (size, TokenGranularity.Group)),
    ];

    [Test]
    public async Task Batches_deliver_everything_once_and_in_order([Values] bool typed, [ValueSource(nameof(Groups))] (int Size, TokenGranularity Granularity) group)
    {
        var (groupSize, granularity) = group;
        var source = Source(1000, groupSize, granularity, final: 5000L);
        var seen = new List<string>();

        var result = await RunAsync(typed, source, SyncPosition.Beginning, (uid, _) =>
        {
            seen.Add(uid);
            return SyncAnswer.Continue;
        });

        Assert.That(seen, Is.EqualTo(source.Changes.Select(change => change.Uid)));
        Assert.That(result, Is.EqualTo(new SyncResult(SyncOutcome.Drained, SyncPosition.After(5000L), 1000, 1000, true)));
        var batch = (Limit + groupSize - 1) / groupSize * groupSize;
        Assert.That(source.Opened, Is.EqualTo((1000 + batch - 1) / batch), "it comes in batches");
        Assert.That(source.Closed, Is.EqualTo(source.Opened));
    }

    [Test]
    public async Task A_stop_around_the_end_of_a_batch_is_as_safe_as_elsewhere([Values] bool typed, [Values(1, 3)] int groupSize, [Range(Limit - 3, Limit + 3)] int index, [Values(SyncAnswer.AcceptAndStop, SyncAnswer.RejectAndStop)] SyncAnswer stop)
    {
        var source = Source(1000, groupSize, TokenGranularity.Group, null);
        var calls = 0;

        var result = await RunAsync(typed, source, SyncPosition.Beginning, (_, _) => calls++ == index ? stop : SyncAnswer.Continue);

        Assert.That(result.Position, Is.EqualTo(Sync.PositionOracle.Position(SyncPosition.Beginning, source.Changes, TokenGranularity.Group, index, stop == SyncAnswer.AcceptAndStop, null)));
        Assert.That(calls, Is.EqualTo(index + 1));
    }

    [Test]
    public async Task What_came_before_an_exception_is_delivered_before_it([Values] bool typed, [Values(0, 5, Limit, Limit + 44)] int index)
    {
        var source = Source(1000, 3, TokenGranularity.Group, null, at => _ = at == index ? throw new InvalidDataException() : at);
        var calls = 0;
        var run = new SyncRun(ObjectClass.Account, SyncPosition.Beginning);

        await Assert.ThrowsAsync<InvalidDataException>(() => Variant(typed).RunAsync(Variant(typed).Facade(source), run, (_, _) =>
        {
            calls++;
            return SyncAnswer.Continue;
        }));

        Assert.That(calls, Is.EqualTo(index));
        Assert.That(run.Position.Token?.AsInt64() ?? 0, Is.EqualTo(index == 0 ? 0 : (index - 1) / 3));
    }

    [Test]
    public async Task An_input_group_longer_than_a_batch_may_be_repeated_without_standing_still([Values] bool typed)
    {
        // Each fetch begins with the whole group of its input again.
        var changes = Enumerable.Range(0, 1200).Select(i => new Change(1 + (i / 300L), $"u{i}")).ToArray();
        var seen = new HashSet<string>();
        var form = new Form(typed, Async: false);
        var facade = new TestFacade(null, one => typed
            ? new TypedClass(one, session =>
            {
                foreach (var change in changes.Where(change => change.Token.AsInt64() >= (session.After?.AsInt64() ?? 0)))
                {
                    if (!((ISyncResultsHandler<Account>)session).Handle(change.Typed))
                        break;
                }

                session.HandlerReturned();
            }, null, TokenGranularity.AtLeastOnce)
            : new UntypedClass(one, ObjectClass.Account, session =>
            {
                foreach (var change in changes.Where(change => change.Token.AsInt64() >= (session.After?.AsInt64() ?? 0)))
                {
                    if (!((ISyncResultsHandler)session).Handle(change.Untyped))
                        break;
                }

                session.HandlerReturned();
            }, null, TokenGranularity.AtLeastOnce));

        var result = await facade.SyncAsync(new SyncRun(ObjectClass.Account, SyncPosition.Beginning), SyncHandler.FromAsync((delta, _) =>
        {
            seen.Add(delta.Uid.Value);
            return new(SyncAnswer.Continue);
        }));

        Assert.That((form.Async, result.Outcome, result.Position, seen.Count), Is.EqualTo((false, SyncOutcome.Drained, SyncPosition.After(4L), 1200)));
    }

    [Test]
    public async Task A_connector_that_ignores_its_token_is_found_out([Values] bool typed)
    {
        var changes = Enumerable.Range(1, 600).Select(i => new Change((long)i, $"u{i}")).ToArray();
        var facade = new Form(typed, Async: false).Facade(async handler =>
        {
            foreach (var change in changes)
            {
                if (!await handler.Delta(change))
                    return;
            }
        });
        var run = new SyncRun(ObjectClass.Account, SyncPosition.Beginning);

        var thrown = (await Assert.ThrowsAsync<SyncLawException>(async () => await facade.SyncAsync(run, SyncHandler.FromAsync((_, _) => new(SyncAnswer.Continue)))))!;

        Assert.That((thrown.LawId, run.Position.Token!.Value.AsInt64()), Is.EqualTo(("SLC206", Limit - 1L)));
    }

    [Test]
    public async Task Disorder_in_lenient_mode_ends_all_batches_but_loses_nothing([Values] bool typed)
    {
        var log = new RecordingLog();
        var changes = Enumerable.Range(1, 600).Select(i => new Change(i == 10 ? 5L : i, $"u{i}")).ToArray();
        var calls = 0;
        var form = new Form(typed, Async: false);
        var facade = form.Facade(
            async handler =>
            {
                foreach (var change in changes)
                {
                    if (!await handler.Delta(change))
                        return;
                }
            },
            log.Lenient);

        var result = await facade.SyncAsync(new SyncRun(ObjectClass.Account, SyncPosition.Beginning), SyncHandler.FromAsync((_, _) => new(++calls == 500 ? SyncAnswer.RejectAndStop : SyncAnswer.Continue)));

        Assert.That((result.Outcome, result.Position, calls), Is.EqualTo((SyncOutcome.Rejected, SyncPosition.After(8L), 500)));
        Assert.That(log.Broken, Is.All.EqualTo("SLC206"));
    }

    [Test]
    public async Task A_call_after_a_batch_has_returned_is_refused()
    {
        ISyncResultsHandler? kept = null;
        var facade = new TestFacade(null, one => new UntypedClass(one, ObjectClass.Account, session =>
        {
            kept = session;
            session.HandlerReturned();
        }, null));
        await facade.SyncAsync(new SyncRun(ObjectClass.Account, SyncPosition.Beginning), SyncHandler.FromAsync((_, _) => new(SyncAnswer.Continue)));

        Assert.That(Assert.Throws<SyncLawException>(() => kept!.Handle(new Change(1L, "late").Untyped))!.LawId, Is.EqualTo("SLC312"));
    }

    private static Variant Variant(bool typed) => new(Shape.Handler, AsyncConnector: false, typed, typed, Waiting.Yielding);

    private static ScriptedSource Source(int count, int groupSize, TokenGranularity granularity, SyncToken? final, Action<int>? before = null) =>
        new(Enumerable.Range(0, count).Select(i => new Change(1L + (i / groupSize), $"u{i}"))) { Granularity = granularity, Final = final, Before = before };

    private static Task<SyncResult> RunAsync(bool typed, ScriptedSource source, SyncPosition from, Func<string, SyncToken, SyncAnswer> answer) =>
        Variant(typed).RunAsync(Variant(typed).Facade(source), new SyncRun(ObjectClass.Account, from), answer);
}
