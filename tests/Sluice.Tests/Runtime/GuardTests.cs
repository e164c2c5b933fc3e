using Sluice.Runtime;
using Sluice.Tests.Runtime.Scripted;

namespace Sluice.Tests.Runtime;

/// <summary>Each law that a handler-shaped connector can break, in its four forms, strict and lenient.</summary>
internal sealed class GuardTests
{
    private static readonly Form[] Forms = [.. Form.All];

    /// <summary>A connector that breaks a law.</summary>
    /// <param name="Law">The law.</param>
    /// <param name="What">How it breaks it.</param>
    /// <param name="Strict">The safe position after the exception.</param>
    /// <param name="Lenient">The safe position where lenient mode goes on; null where it cannot go on either.</param>
    /// <param name="Port">The connector. The handler stops with acceptance at "s" and with rejection at "r".</param>
    public sealed record Breach(string Law, string What, SyncPosition Strict, SyncPosition? Lenient, Delegate Port)
    {
        public SyncPosition From { get; init; } = SyncPosition.Beginning;

        public TokenGranularity Granularity { get; init; }

        public override string ToString() => $"{Law} {What}";
    }

    private static IEnumerable<Breach> Breaches()
    {
        yield return new("SLC302", "delta after an accepted stop", At(1), At(1), new Port(async handler =>
        {
            await handler.HandleAsync("s", 1L);
            await handler.HandleAsync("peeked", 2L);
            await handler.HandleAsync("c", 3L);
        }));
        yield return new("SLC302", "delta after a rejection", At(1), At(1), new Port(async handler =>
        {
            await handler.HandleAsync("a", 1L);
            await handler.HandleAsync("r", 2L);
            await handler.HandleAsync("c", 3L);
        }));
        yield return new("SLC302", "null after an accepted stop and a null", SyncPosition.Beginning, SyncPosition.Beginning, new Port(async handler =>
        {
            await handler.HandleAsync("s", 1L);
            await handler.Delta(null);
            await handler.Delta(null);
        }));
        yield return new("SLC302", "delta after a stop, each delta a group", At(1), At(1), new Port(async handler =>
        {
            await handler.HandleAsync("s", 1L);
            await handler.HandleAsync("b", 2L);
        }))
        { Granularity = TokenGranularity.PerDelta };
        yield return new("SLC203", "two token results", SyncPosition.Beginning, At(5), new Port(async handler =>
        {
            await handler.HandleAsync("a", 1L);
            handler.Result(5L);
            handler.Result(6L);
        }));
        yield return new("SLC203", "two token results, swallowed", SyncPosition.Beginning, At(5), new Port(async handler =>
        {
            await handler.HandleAsync("a", 1L);
            handler.Result(5L);
            try
            {
                handler.Result(6L);
            }
            catch (SyncLawException)
            {
                // Many a connector logs and goes on.
            }
        }));
        yield return new("SLC204", "delta after the token result", SyncPosition.Beginning, At(2), new Port(async handler =>
        {
            await handler.HandleAsync("a", 1L);
            handler.Result(5L);
            await handler.HandleAsync("b", 2L);
        }));
        yield return new("SLC205", "empty token result", SyncPosition.Beginning, At(1), new Port(async handler =>
        {
            await handler.HandleAsync("a", 1L);
            handler.Result("");
        }));
        yield return new("SLC205", "default token result", SyncPosition.Beginning, At(1), new Port(async handler =>
        {
            await handler.HandleAsync("a", 1L);
            handler.Result(default);
        }));
        yield return new("SLC205", "empty token on a delta", SyncPosition.After("a"), SyncPosition.After("c"), new Port(async handler =>
        {
            await handler.HandleAsync("a", "a");
            await handler.HandleAsync("b", "b");
            await handler.HandleAsync("c", "");
            await handler.HandleAsync("d", "c");
        }));
        yield return new("SLC205", "the input token on a delta", At(7), At(7), new Port(async handler => await handler.HandleAsync("a", 7L))) { From = At(7) };
        yield return new("SLC205", "the opaque input token after others", SyncPosition.After("in"), SyncPosition.After("x"), new Port(async handler =>
        {
            await handler.HandleAsync("a", "x");
            await handler.HandleAsync("b", "in");
        }))
        { From = SyncPosition.After("in") };
        yield return new("SLC206", "token backwards", At(1), At(3), new Port(async handler =>
        {
            await handler.HandleAsync("a", 1L);
            await handler.HandleAsync("b", 3L);
            await handler.HandleAsync("c", 2L);
        }));
        yield return new("SLC206", "token behind the input", At(7), At(9), new Port(async handler =>
        {
            await handler.HandleAsync("a", 6L);
            await handler.HandleAsync("b", 9L);
        }))
        { From = At(7) };
        yield return new("SLC206", "equal neighbours where each delta has a token", At(1), At(2), new Port(async handler =>
        {
            await handler.HandleAsync("a", 1L);
            await handler.HandleAsync("b", 1L);
            await handler.HandleAsync("c", 2L);
        }))
        { Granularity = TokenGranularity.PerDelta };
        yield return new("SLC207", "token result older than the last delta", At(1), At(2), new Port(async handler =>
        {
            await handler.HandleAsync("a", 1L);
            await handler.HandleAsync("b", 2L);
            handler.Result(1L);
        }));
        yield return new("SLC207", "token result older than the input", At(7), At(7), new Port(handler =>
        {
            handler.Result(6L);
            return default;
        }))
        { From = At(7) };
        yield return new("SLC207", "the opaque input token as the result", SyncPosition.After("in"), SyncPosition.After("x"), new Port(async handler =>
        {
            await handler.HandleAsync("a", "x");
            handler.Result("in");
        }))
        { From = SyncPosition.After("in") };
        yield return new("SLC208", "delta's token of another type", At(1), At(3), new Port(async handler =>
        {
            await handler.HandleAsync("a", 1L);
            await handler.HandleAsync("b", 2L);
            await handler.HandleAsync("c", "3");
            await handler.HandleAsync("d", 3L);
        }));
        yield return new("SLC208", "delta's token of another type than the input", At(7), At(7), new Port(async handler => await handler.HandleAsync("a", "8"))) { From = At(7) };
        yield return new("SLC208", "token result of another type", At(1), At(2), new Port(async handler =>
        {
            await handler.HandleAsync("a", 1L);
            await handler.HandleAsync("b", 2L);
            handler.Result("2");
        }));
        yield return new("SLC409/SLC404", "null or the default value instead of a delta", At(1), At(3), new Port(async handler =>
        {
            await handler.HandleAsync("a", 1L);
            await handler.HandleAsync("b", 2L);
            await handler.Delta(null);
            await handler.HandleAsync("c", 3L);
        }));
    }

    [Test]
    public async Task A_broken_law_is_an_exception_that_names_it_and_the_position_is_safe([ValueSource(nameof(Forms))] object form, [ValueSource(nameof(Breaches))] Breach breach)
    {
        var (one, law) = ((Form)form, Law((Form)form, breach));
        var seen = new List<string>();
        var run = new SyncRun(ObjectClass.Account, breach.From);

        var thrown = (await Assert.ThrowsAsync<SyncLawException>(() => one.RunAsync(one.Facade((Port)breach.Port, null, breach.Granularity), run, uid => Answer(uid, seen))))!;

        Assert.That((thrown.LawId, thrown.ConnectorName, thrown.ObjectClass), Is.EqualTo((law, "test", ObjectClass.Account)));
        Assert.That(thrown.Message, Does.StartWith(law).And.Contains("'test'").And.Contains("__ACCOUNT__"));
        Assert.That(thrown.HelpLink, Does.EndWith(law));
        Assert.That((run.Outcome, run.Position), Is.EqualTo((SyncOutcome.Faulted, breach.Strict)));
        Assert.That(seen, Has.No.Member("peeked"));
        Assert.That(seen.SkipWhile(uid => uid is not ("s" or "r")).Skip(1), Is.Empty, "never called again after it stopped");
    }

    [Test]
    public async Task Lenient_mode_logs_it_and_keeps_the_position_safe([ValueSource(nameof(Forms))] object form, [ValueSource(nameof(Breaches))] Breach breach)
    {
        var one = (Form)form;
        var log = new RecordingLog();
        var seen = new List<string>();

        var result = await one.RunAsync(one.Facade((Port)breach.Port, log.Lenient, breach.Granularity), new SyncRun(ObjectClass.Account, breach.From), uid => Answer(uid, seen));

        Assert.That(log.Broken.Distinct(), Is.EqualTo(new[] { Law(one, breach) }));
        Assert.That(result.Position, Is.EqualTo(breach.Lenient));
        Assert.That(result.Outcome, Is.EqualTo(seen.Contains("s") ? SyncOutcome.Stopped : seen.Contains("r") ? SyncOutcome.Rejected : SyncOutcome.Drained));
        Assert.That(seen.SkipWhile(uid => uid is not ("s" or "r")).Skip(1), Is.Empty, "never called again after it stopped");
    }

    [Test]
    public async Task In_lenient_mode_a_stop_after_disorder_stays_before_it([ValueSource(nameof(Forms))] object form)
    {
        var one = (Form)form;
        var facade = one.Facade(
            async handler =>
            {
                await handler.HandleAsync("a", 5L);
                await handler.HandleAsync("b", 6L);
                await handler.HandleAsync("c", 4L);
                await handler.HandleAsync("d", 7L);
                await handler.HandleAsync("s", 8L);
                await handler.HandleAsync("e", 9L);
            },
            new RecordingLog().Lenient);

        var result = await one.RunAsync(facade, new SyncRun(ObjectClass.Account, SyncPosition.Beginning), uid => Answer(uid, []));

        Assert.That(result.Position, Is.EqualTo(At(5)));
    }

    /// <summary>What a connector reports after the handler stopped, and whether that is worth a log entry (SLC202).</summary>
    [TestCase("s", 2L, false, ExpectedResult = 2L)]
    [TestCase("s", 9L, true, ExpectedResult = 2L)]
    [TestCase("r", 1L, false, ExpectedResult = 1L)]
    [TestCase("r", 2L, true, ExpectedResult = 1L)]
    [TestCase("r", 9L, true, ExpectedResult = 1L)]
    public async Task<long> A_token_result_after_a_stop_is_ignored(string stop, long token, bool logged)
    {
        var positions = new List<long>();
        foreach (var one in Form.All)
        {
            var log = new RecordingLog();
            var facade = one.Facade(
                async handler =>
                {
                    await handler.HandleAsync("a", 1L);
                    await handler.HandleAsync(stop, 2L);
                    if (stop == "s")
                        await handler.HandleAsync("peeked", 3L);
                    handler.Result(token);
                },
                log.Settings);
            var result = await one.RunAsync(facade, new SyncRun(ObjectClass.Account, SyncPosition.Beginning), uid => Answer(uid, []));

            Assert.That(log.Ids.Contains(4), Is.EqualTo(logged), one.ToString());
            Assert.That(result.FinalTokenReported, Is.False);
            positions.Add(result.Position.Token!.Value.AsInt64());
        }

        return positions.Distinct().Single();
    }

    [Test]
    public async Task A_rejected_first_delta_may_be_answered_with_the_input_token([ValueSource(nameof(Forms))] object form)
    {
        var log = new RecordingLog();
        var facade = ((Form)form).Facade(
            async handler =>
            {
                await handler.HandleAsync("r", 2L);
                handler.Result(1L);
            },
            log.Settings);

        var result = await ((Form)form).RunAsync(facade, new SyncRun(ObjectClass.Account, At(1)), uid => Answer(uid, []));

        Assert.That((result.Position, log.Ids.Contains(4)), Is.EqualTo((At(1), false)));
    }

    [Test]
    public async Task What_the_handler_throws_is_seen_also_where_the_connector_swallows_wraps_or_goes_on([ValueSource(nameof(Forms))] object form, [Values("swallow", "wrap", "go on", "report")] string deed)
    {
        var one = (Form)form;
        var thrown = new InvalidDataException("mine");
        var calls = 0;
        var run = new SyncRun(ObjectClass.Account, SyncPosition.Beginning);
        var facade = one.Facade(async handler =>
        {
            await handler.HandleAsync("a", 1L);
            try
            {
                await handler.HandleAsync("b", 2L);
            }
            catch (InvalidDataException exception) when (deed == "wrap")
            {
                throw new IOException("wrapped", exception);
            }
            catch (InvalidDataException)
            {
                if (deed == "report")
                    handler.Result(9L);
            }

            if (deed == "go on")
                await handler.HandleAsync("c", 3L);
        });

        var seen = await Assert.ThrowsAsync<InvalidDataException>(() => one.RunAsync(facade, run, _ => ++calls == 2 ? throw thrown : SyncAnswer.Continue));

        Assert.That(ReferenceEquals(seen, thrown));
        Assert.That((calls, run.Outcome, run.Position), Is.EqualTo((2, SyncOutcome.Faulted, At(1))));
    }

    [Test]
    public async Task A_call_after_the_return_is_refused_and_logged([ValueSource(nameof(Forms))] object form, [Values] bool lenient)
    {
        var one = (Form)form;
        var log = new RecordingLog();
        PortHandler? kept = null;
        var calls = 0;
        var facade = one.Facade(
            async handler =>
            {
                kept = handler;
                await handler.HandleAsync("a", 1L);
            },
            lenient ? log.Lenient : log.Settings);
        var run = new SyncRun(ObjectClass.Account, SyncPosition.Beginning);
        await one.RunAsync(facade, run, _ => calls++ == 0 ? SyncAnswer.Continue : throw new AssertionException("called after the run"));

        var late = (await Assert.ThrowsAsync<SyncLawException>(async () => await kept!.HandleAsync("b", 2L)))!;
        var result = Assert.Throws<SyncLawException>(() => kept!.Result(3L))!;

        Assert.That((late.LawId, result.LawId), Is.EqualTo(("SLC312", "SLC312")));
        Assert.That(log.Ids.Count(id => id == 8), Is.EqualTo(2));
        Assert.That((run.Outcome, run.Position, run.Delivered), Is.EqualTo((SyncOutcome.Drained, At(1), 1L)));
    }

    [Test]
    public void A_call_between_the_return_and_the_end_of_the_run_is_refused()
    {
        // The connector's own code still runs then: the order of its tokens is asked for the final one.
        var log = new RecordingLog();
        ISyncTokenResultsHandler? kept = null;
        SyncLawException? late = null;
        var seen = new List<string>();
        Version.Comparing = () => late ??= Assert.Throws<SyncLawException>(() => kept!.Handle(new Change("v9", "late").Untyped));
        var facade = new TestFacade(log.Lenient, one => new UntypedClass(
            one,
            ObjectClass.Account,
            session =>
            {
                kept = session;
                kept.Handle(new Change("v1", "a").Untyped);
                kept.HandleResult("v2");
                session.HandlerReturned();
            },
            null,
            order: SyncTokenOrder.Of<Version>()));

        var result = facade.Sync(new SyncRun(ObjectClass.Account, SyncPosition.Beginning), SyncHandler.From(delta =>
        {
            seen.Add(delta.Uid.Value);
            return SyncAnswer.Continue;
        }));

        Assert.That(late?.LawId, Is.EqualTo("SLC312"));
        Assert.That(seen, Is.EqualTo(new[] { "a" }));
        Assert.That(result, Is.EqualTo(new SyncResult(SyncOutcome.Drained, SyncPosition.After("v2"), 1, 1, true)));
    }

    [Test]
    public void A_token_that_its_own_codec_cannot_read_is_named()
    {
        var run = new SyncRun(ObjectClass.Account, SyncPosition.Beginning);
        var facade = new TestFacade(null, one => new UntypedClass(
            one,
            ObjectClass.Account,
            session => _ = session.Deliver(new Change("v1", "a").Untyped) && session.Deliver(new Change("2", "b").Untyped),
            null,
            TokenGranularity.PerDelta,
            SyncTokenOrder.Of<Version>()));

        var thrown = Assert.Throws<InvalidSyncTokenException>(() => facade.Sync(run, SyncHandler.From(_ => SyncAnswer.Continue)))!;

        Assert.That((thrown.LawId, thrown.ConnectorName, thrown.Token), Is.EqualTo(("SLC210", "test", (SyncToken?)"2")));
        Assert.That((run.Outcome, run.Position), Is.EqualTo((SyncOutcome.Faulted, SyncPosition.After("v1"))));
    }

    [Test]
    public async Task A_connector_that_returns_before_its_call_has_ended_is_not_drained([Values] bool typed)
    {
        var gate = new TaskCompletionSource();
        var run = new SyncRun(ObjectClass.Account, SyncPosition.Beginning);
        var pending = ValueTask.FromResult(false);
        var facade = new Form(typed, Async: true).Facade(
            async handler =>
            {
                await handler.HandleAsync("a", 1L);
                pending = handler.HandleAsync("b", 2L);
            },
            null,
            TokenGranularity.PerDelta);

        var thrown = (await Assert.ThrowsAsync<SyncLawException>(async () => await facade.SyncAsync(run, SyncHandler.FromAsync(async (delta, _) =>
        {
            if (delta.Uid.Value == "b")
                await gate.Task;
            return SyncAnswer.Continue;
        }))))!;
        Assert.That((thrown.LawId, run.Outcome, run.Position), Is.EqualTo(("SLC312", SyncOutcome.Faulted, At(1))));

        // The call ends at last, and moves nothing.
        gate.SetResult();
        Assert.That(await pending, Is.False);
        Assert.That((run.Position, run.Acknowledged), Is.EqualTo((At(1), 1L)));
    }

    [Test]
    public async Task Two_calls_at_once_are_refused_even_where_the_connector_swallows_it([Values] bool typed, [Values] bool lenient, [Values] bool result)
    {
        var gate = new TaskCompletionSource();
        var seen = new List<string>();
        var run = new SyncRun(ObjectClass.Account, SyncPosition.Beginning);
        var facade = new Form(typed, Async: true).Facade(
            async handler =>
            {
                await handler.HandleAsync("a", 1L);
                var first = handler.HandleAsync("b", 2L);
                try
                {
                    if (result)
                        handler.Result(9L);
                    else
                        await handler.HandleAsync("c", 3L);
                }
                catch (SyncLawException)
                {
                    // Swallowed.
                }
                finally
                {
                    gate.SetResult();
                }

                await first;
            },
            lenient ? new RecordingLog().Lenient : null);

        var thrown = (await Assert.ThrowsAsync<SyncLawException>(async () => await facade.SyncAsync(run, SyncHandler.FromAsync(async (delta, _) =>
        {
            seen.Add(delta.Uid.Value);
            if (delta.Uid.Value == "b")
                await gate.Task;
            return SyncAnswer.Continue;
        }))))!;

        Assert.That(thrown.LawId, Is.EqualTo("SLC311"));
        Assert.That(seen, Is.EqualTo(new[] { "a", "b" }));
        Assert.That((run.Outcome, run.Position), Is.EqualTo((SyncOutcome.Faulted, At(1))));
    }

    [Test]
    public async Task A_connectors_own_cancellation_ends_an_asynchronous_call([Values] bool typed)
    {
        var run = new SyncRun(ObjectClass.Account, SyncPosition.Beginning);
        var facade = new TestFacade(null, one => typed
            ? new TypedClass(one, null, async session =>
            {
                await Swallow(((IAsyncSyncTokenResultsHandler<Account>)session).HandleAsync(new Change(1L, "a").Typed, new CancellationToken(true)));
                session.HandlerReturned();
            })
            : new UntypedClass(one, ObjectClass.Account, null, async session =>
            {
                await Swallow(((IAsyncSyncTokenResultsHandler)session).HandleAsync(new Change(1L, "a").Untyped, new CancellationToken(true)));
                session.HandlerReturned();
            }));

        await Assert.ThrowsAsync<OperationCanceledException>(async () => await facade.SyncAsync(run, SyncHandler.FromAsync((_, _) => throw new AssertionException("not to be called"))));
        Assert.That((run.Outcome, run.Position), Is.EqualTo((SyncOutcome.Faulted, SyncPosition.Beginning)));

        static async Task Swallow(ValueTask<bool> call)
        {
            try
            {
                await call;
            }
            catch (OperationCanceledException)
            {
                // What a connector with a timeout of its own may do.
            }
        }
    }

    private static string Law(Form form, Breach breach) => breach.Law == "SLC409/SLC404" ? form.Typed ? "SLC404" : "SLC409" : breach.Law;

    private static SyncAnswer Answer(string uid, List<string> seen)
    {
        seen.Add(uid);
        return uid switch
        {
            "s" => SyncAnswer.AcceptAndStop,
            "r" => SyncAnswer.RejectAndStop,
            _ => SyncAnswer.Continue,
        };
    }

    private static SyncPosition At(long token) => SyncPosition.After(token);

    private readonly record struct Version(string Text) : ISyncTokenCodec<Version>, IComparable<Version>
    {
        public static Action Comparing { get; set; } = () => { };

        public static string Encode(Version value) => value.Text;

        public static Version Decode(string text) => text.StartsWith('v') ? new(text) : throw new FormatException("A version begins with v.");

        public int CompareTo(Version other)
        {
            Comparing();
            return string.CompareOrdinal(Text, other.Text);
        }
    }
}
