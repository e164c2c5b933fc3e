using Sluice.Runtime;
using Sluice.Tests.Runtime.Scripted;

namespace Sluice.Tests.Runtime;

/// <summary><c>__ALL__</c>: the classes one after another, one token for all.</summary>
internal sealed class ComposedSyncTests
{
    private static readonly ObjectClass Device = ObjectClass.Of("device;=%");

    private readonly List<string> _seen = [];

    /// <summary>How the handler ends a run at one delta.</summary>
    public enum HandlerEnd
    {
        Accepts,
        Rejects,
        Throws,
    }

    private static Change[] Accounts => [new(1L, "a1"), new(1L, "a2"), new(2L, "a3")];

    private static Change[] Devices => [new("x;=%", "d1"), new("y", "d2"), new("y", "d3")];

    private static Change[] Groups => [new(7L, "g1"), new(9L, "g2")];

    private static Func<ConnectorFacade, ObjectClassOperations> Typed(Change[] changes, SyncToken? latest = null) => facade =>
    {
        var source = new ScriptedSource(changes);
        return new TypedClass(facade, source.Typed(Shape.Iterator), source.TypedBridge(Shape.Iterator), latest: () => latest);
    };

    private static Func<ConnectorFacade, ObjectClassOperations> Untyped(ObjectClass objectClass, Change[] changes, SyncToken? latest = null, Action? before = null) => facade => new UntypedClass(
        facade,
        objectClass,
        session =>
        {
            before?.Invoke();
            foreach (var change in After(changes, session.After))
            {
                if (!session.Deliver(SyncDelta.Delete(change.Token, objectClass, change.Uid!)))
                    return;
            }

            session.Drained();
        },
        async session =>
        {
            before?.Invoke();
            foreach (var change in After(changes, session.After))
            {
                await Task.Yield();
                if (!await session.DeliverAsync(SyncDelta.Delete(change.Token, objectClass, change.Uid!)))
                    return;
            }

            session.Drained();
        },
        latest: () => latest);

    private static IEnumerable<Change> After(Change[] changes, SyncToken? after) =>
        after is { } token ? changes.Skip(Array.FindLastIndex(changes, change => change.Token == token) + 1) : changes;

    private static TestFacade Three(FacadeSettings? settings = null) => new(settings, Typed(Accounts), Untyped(Device, Devices), Untyped(ObjectClass.Group, Groups));

    private async Task<SyncResult> RunAsync(TestFacade facade, SyncRun run, bool async, Func<SyncDelta, SyncAnswer>? answer = null)
    {
        SyncAnswer Handle(SyncDelta delta)
        {
            _seen.Add(delta.Uid.Value);
            return answer?.Invoke(delta) ?? SyncAnswer.Continue;
        }

        return async
            ? await facade.SyncAsync(run, SyncHandler.FromAsync(async (delta, _) =>
            {
                await Task.Yield();
                return Handle(delta);
            }))
            : facade.Sync(run, SyncHandler.From(Handle));
    }

    private static SyncRun All(SyncPosition from) => new(ObjectClass.All, from);

    private static SyncPosition Composed(string text) => SyncPosition.After("all;" + text);

    [SetUp]
    public void Forget() => _seen.Clear();

    [Test]
    public async Task The_classes_follow_one_another_in_declared_order_and_each_delta_names_its_class([Values] bool async)
    {
        var classes = new List<ObjectClass>();
        var result = await RunAsync(Three(), All(SyncPosition.Beginning), async, delta =>
        {
            classes.Add(delta.ObjectClass);
            return SyncAnswer.Continue;
        });

        Assert.That(_seen, Is.EqualTo(new[] { "a1", "a2", "a3", "d1", "d2", "d3", "g1", "g2" }));
        Assert.That(classes, Is.EqualTo(Enumerable.Repeat(ObjectClass.Account, 3).Concat(Enumerable.Repeat(Device, 3)).Concat(Enumerable.Repeat(ObjectClass.Group, 2))));
        Assert.That(result, Is.EqualTo(new SyncResult(SyncOutcome.Drained, Composed("__ACCOUNT__=int64:2;device%3B%3D%25=text:y;__GROUP__=int64:9;"), 8, 8, false)));
    }

    [Test]
    public async Task A_run_from_the_token_of_any_delta_delivers_exactly_what_follows_its_group([Values] bool async, [Values] bool throughText)
    {
        var tokens = new List<(string Uid, SyncToken Token)>();
        await RunAsync(Three(), All(SyncPosition.Beginning), async, delta =>
        {
            tokens.Add((delta.Uid.Value, delta.Token));
            return SyncAnswer.Continue;
        });
        var all = _seen.ToArray();
        string[] lastOfGroup = ["a2", "a2", "a3", "d1", "d3", "d3", "g1", "g2"];
        for (var i = 0; i < tokens.Count; i++)
        {
            _seen.Clear();
            var token = throughText ? SyncToken.Parse(tokens[i].Token.ToString()) : tokens[i].Token;
            var result = await RunAsync(Three(), All(SyncPosition.After(token)), async);

            Assert.That(_seen, Is.EqualTo(all.Skip(Array.IndexOf(all, lastOfGroup[i]) + 1)), tokens[i].Uid);
            Assert.That(result.Position, Is.EqualTo(Composed("__ACCOUNT__=int64:2;device%3B%3D%25=text:y;__GROUP__=int64:9;")));
        }
    }

    [Test]
    public async Task A_stop_in_any_class_loses_nothing_and_repeats_at_most_one_group([Values] bool async, [Range(0, 7)] int index, [Values] HandlerEnd end)
    {
        var throws = end == HandlerEnd.Throws;
        var stop = end == HandlerEnd.Accepts ? SyncAnswer.AcceptAndStop : SyncAnswer.RejectAndStop;
        var run = All(SyncPosition.Beginning);
        SyncAnswer Answer(SyncDelta delta) => _seen.Count != index + 1 ? SyncAnswer.Continue : throws ? throw new InvalidDataException() : stop;
        if (throws)
            await Assert.ThrowsAsync<InvalidDataException>(() => RunAsync(Three(), run, async, Answer));
        else
            Assert.That(await RunAsync(Three(), run, async, Answer), Is.EqualTo(new SyncResult(stop == SyncAnswer.AcceptAndStop ? SyncOutcome.Stopped : SyncOutcome.Rejected, run.Position, index + 1, stop == SyncAnswer.AcceptAndStop ? index + 1 : index, false)));

        Assert.That(run.Outcome, Is.EqualTo(throws ? SyncOutcome.Faulted : stop == SyncAnswer.AcceptAndStop ? SyncOutcome.Stopped : SyncOutcome.Rejected));
        Assert.That((run.Delivered, run.Acknowledged), Is.EqualTo((index + 1L, stop == SyncAnswer.AcceptAndStop ? index + 1L : index)));
        string[] positions = stop == SyncAnswer.AcceptAndStop ? ["", "a2", "a3", "d1", "d1", "d3", "g1", "g2"] : ["", "", "a2", "a3", "d1", "d1", "d3", "g1"];
        string[] all = ["a1", "a2", "a3", "d1", "d2", "d3", "g1", "g2"];
        _seen.Clear();
        await RunAsync(Three(), All(run.Position), async);
        Assert.That(_seen, Is.EqualTo(all.Skip(Array.IndexOf(all, positions[index]) + 1)));
    }

    /// <summary>A host must know which classes a run tells in full: what went away before is not told there.</summary>
    [TestCase(0, new string[0], TestName = "{m}(nothing accepted)")]
    [TestCase(2, new[] { "__ACCOUNT__" }, TestName = "{m}(within the first class)")]
    [TestCase(5, new[] { "__ACCOUNT__", "device;=%" }, TestName = "{m}(in the second class)")]
    [TestCase(8, new[] { "__ACCOUNT__", "device;=%", "__GROUP__" }, TestName = "{m}(all accepted)")]
    public async Task A_position_tells_of_which_classes_it_is_the_beginning(int accepted, string[] begun)
    {
        var run = All(SyncPosition.Beginning);
        await RunAsync(Three(), run, async: false, _ => _seen.Count <= accepted ? SyncAnswer.Continue : SyncAnswer.RejectAndStop);

        Assert.That(new[] { ObjectClass.Account, Device, ObjectClass.Group }.Where(one => !run.Position.IsBeginningOf(one)).Select(one => one.Name), Is.EqualTo(begun));
    }

    [TestCase("beginning", true)]
    [TestCase("none", false)]
    [TestCase("after:int64:1", false)]
    [TestCase("after:text:x", false)]
    [TestCase("after:text:all;__account__=int64:1;", false)]
    [TestCase("after:text:all;__ACCOUNT__=;", true)]
    [TestCase("after:text:all;__GROUP__=int64:1;", true, TestName = "{m}(a class that was added later)")]
    public void A_position_is_the_beginning_of_a_class_where_it_has_no_token_of_it(string position, bool expected)
    {
        Assert.That(SyncPosition.Parse(position).IsBeginningOf(ObjectClass.Account), Is.EqualTo(expected));
        Assert.That(() => SyncPosition.Parse(position).IsBeginningOf(ObjectClass.All), Throws.ArgumentException);
    }

    [Test]
    public async Task Cancellation_between_two_classes_keeps_the_finished_one([Values] bool async)
    {
        using var cancellation = new CancellationTokenSource();
        var facade = new TestFacade(null, Typed(Accounts), Untyped(Device, Devices, before: cancellation.Cancel));
        var run = All(SyncPosition.Beginning);

        await Assert.ThrowsAsync<OperationCanceledException>(async () => _ = async
            ? await facade.SyncAsync(run, SyncHandler.FromAsync((_, _) => new(SyncAnswer.Continue)), cancellation.Token)
            : facade.Sync(run, SyncHandler.From(_ => SyncAnswer.Continue), cancellation.Token));

        Assert.That((run.Outcome, run.Delivered), Is.EqualTo((SyncOutcome.Cancelled, 3L)));
        Assert.That(run.Position, Is.EqualTo(Composed("__ACCOUNT__=int64:2;device%3B%3D%25=;")));
    }

    [Test]
    public async Task A_class_added_starts_from_the_beginning_and_a_removed_one_is_dropped_both_reported([Values] bool async)
    {
        var log = new RecordingLog();
        var result = await RunAsync(Three(log.Settings), All(Composed("__account__=int64:1;gone=int64:5;device%3B%3D%25=text:y;")), async);

        Assert.That(_seen, Is.EqualTo(new[] { "a3", "g1", "g2" }));
        Assert.That(result.Position, Is.EqualTo(Composed("__ACCOUNT__=int64:2;device%3B%3D%25=text:y;__GROUP__=int64:9;")));
        Assert.That(log.Entries.Single(entry => entry.Id == 6).Text, Does.EndWith(": __GROUP__"));
        Assert.That(log.Entries.Single(entry => entry.Id == 7).Text, Does.EndWith(": gone"));
    }

    [Test]
    public async Task A_class_that_is_still_at_its_beginning_is_not_reported_as_added([Values] bool async)
    {
        var log = new RecordingLog();
        var facade = new TestFacade(log.Settings, Typed([]), Untyped(ObjectClass.Group, Groups));
        var first = await RunAsync(facade, All(SyncPosition.Beginning), async, _ => SyncAnswer.RejectAndStop);
        Assert.That(first.Position, Is.EqualTo(SyncPosition.Beginning));
        var second = await RunAsync(facade, All(first.Position), async, _ => SyncAnswer.AcceptAndStop);
        Assert.That(second.Position, Is.EqualTo(Composed("__ACCOUNT__=;__GROUP__=int64:7;")));
        await RunAsync(facade, All(second.Position), async);

        Assert.That(_seen, Is.EqualTo(new[] { "g1", "g1", "g2" }));
        Assert.That(log.Ids, Has.None.EqualTo(6).And.None.EqualTo(7));
    }

    [TestCase("int64:5")]
    [TestCase("text:")]
    [TestCase("text:abc")]
    [TestCase("text:all;__ACCOUNT__=int64:1")]
    [TestCase("text:all;__ACCOUNT__;")]
    [TestCase("text:all;__ACCOUNT__=long:1;")]
    [TestCase("text:all;=int64:1;")]
    [TestCase("text:all;elsewhere=int64:1;other=int64:2;")]
    [TestCase("text:all;")]
    public void A_foreign_token_is_refused(string token)
    {
        var run = All(SyncPosition.After(SyncToken.Parse(token)));

        var refused = Assert.Throws<InvalidSyncTokenException>(() => Three().Sync(run, SyncHandler.From(_ => throw new AssertionException("not to be called"))))!;

        Assert.That((refused.LawId, refused.Token, refused.ObjectClass), Is.EqualTo(("SLC210", (SyncToken?)SyncToken.Parse(token), ObjectClass.All)));
        Assert.That(run.Position, Is.EqualTo(run.From));
    }

    [Test]
    public void A_composed_token_is_refused_for_one_class_and_a_native_all()
    {
        var composed = Composed("__ACCOUNT__=int64:1;");
        var native = new TestFacade(null, Untyped(ObjectClass.All, []));

        Assert.That(Assert.Throws<InvalidSyncTokenException>(() => Three().Sync(new SyncRun(Device, composed), SyncHandler.From(_ => SyncAnswer.Continue)))!.LawId, Is.EqualTo("SLC210"));
        Assert.That(Assert.Throws<InvalidSyncTokenException>(() => native.Sync(All(composed), SyncHandler.From(_ => SyncAnswer.Continue)))!.LawId, Is.EqualTo("SLC210"));
    }

    [Test]
    public async Task A_native_all_wins()
    {
        var native = new TestFacade(
            null,
            Typed(Accounts),
            facade => new UntypedClass(facade, ObjectClass.All, session =>
            {
                session.Deliver(SyncDelta.Delete("n", ObjectClass.Group, "native"));
                session.Drained();
            }, null, latest: () => "now"));
        var result = await RunAsync(native, All(SyncPosition.Beginning), async: false);

        Assert.That((_seen.Single(), result.Position, await native.GetLatestSyncTokenAsync(ObjectClass.All)), Is.EqualTo(("native", SyncPosition.After("n"), SyncPosition.After("now"))));
        Assert.That(native.ObjectClasses, Is.EqualTo(new[] { ObjectClass.Account }));
    }

    [Test]
    public async Task The_latest_token_is_composed_too_and_delivers_nothing()
    {
        var facade = new TestFacade(null, Typed(Accounts, 2L), Untyped(Device, Devices, null), Untyped(ObjectClass.Group, Groups, 9L));
        var latest = await facade.GetLatestSyncTokenAsync(ObjectClass.All);
        var none = new TestFacade(null, Typed([]), Untyped(Device, []));

        Assert.That(latest, Is.EqualTo(Composed("__ACCOUNT__=int64:2;device%3B%3D%25=;__GROUP__=int64:9;")));
        Assert.That(await none.GetLatestSyncTokenAsync(ObjectClass.All), Is.EqualTo(SyncPosition.Beginning));
        await RunAsync(facade, All(latest), async: false);
        Assert.That(_seen, Is.EqualTo(new[] { "d1", "d2", "d3" }));
    }

    [Test]
    public async Task All_is_synchronous_only_where_every_class_is()
    {
        var mixed = new TestFacade(null, Typed(Accounts), facade => new UntypedClass(facade, ObjectClass.Group, null, session =>
        {
            session.Drained();
            return default;
        }));
        var none = new TestFacade(null);

        Assert.That((mixed.Supports(ObjectClass.All), none.Supports(ObjectClass.All)), Is.EqualTo((ConnectorOperations.Sync, ConnectorOperations.None)));
        Assert.Throws<UnsupportedObjectClassException>(() => mixed.Sync(All(SyncPosition.Beginning), SyncHandler.From(_ => SyncAnswer.Continue)));
        Assert.That((await RunAsync(mixed, All(SyncPosition.Beginning), async: true)).Delivered, Is.EqualTo(3));
        Assert.Throws<UnsupportedConnectorOperationException>(() => none.Sync(All(SyncPosition.Beginning), SyncHandler.From(_ => SyncAnswer.Continue)));
    }

    [Test]
    public async Task An_exception_after_an_accepted_stop_ends_the_run_as_stopped([Values] bool async)
    {
        var facade = new TestFacade(
            null,
            Typed(Accounts),
            facade => new UntypedClass(
                facade,
                ObjectClass.Group,
                session =>
                {
                    session.Deliver(SyncDelta.Delete(1L, ObjectClass.Group, "g"));
                    throw new IOException();
                },
                async session =>
                {
                    await session.DeliverAsync(SyncDelta.Delete(1L, ObjectClass.Group, "g"));
                    throw new IOException();
                }));

        var result = await RunAsync(facade, All(SyncPosition.Beginning), async, delta => delta.Uid.Value == "g" ? SyncAnswer.AcceptAndStop : SyncAnswer.Continue);

        Assert.That(result, Is.EqualTo(new SyncResult(SyncOutcome.Stopped, Composed("__ACCOUNT__=int64:2;__GROUP__=;"), 4, 4, false)));
    }

    [Test]
    public void A_numeric_token_composes_its_text_only_when_it_is_read()
    {
        const int few = 100, many = 10_100;
        Assert.That((Allocated(many) - Allocated(few)) / (many - few), Is.EqualTo(72), "only the delta that carries the composed token");

        long Allocated(int count)
        {
            var deltas = Enumerable.Range(1, count).Select(i => SyncDelta.Delete((long)i, ObjectClass.Group, "g")).ToArray();
            var facade = new TestFacade(null, one => new UntypedClass(one, ObjectClass.Group, session =>
            {
                foreach (var delta in deltas)
                    session.Deliver(delta);
                session.Drained();
            }, null));
            var handler = SyncHandler.From(_ => SyncAnswer.Continue);
            facade.Sync(All(SyncPosition.Beginning), handler);
            var before = GC.GetAllocatedBytesForCurrentThread();
            facade.Sync(All(SyncPosition.Beginning), handler);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
