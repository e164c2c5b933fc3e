using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Sluice.Tests.Runtime.Scripted;

namespace Sluice.Tests.Facade;

/// <summary>What a run tells: instruments, activity, log.</summary>
[NonParallelizable]
internal sealed class TelemetryTests
{
    private const string Secret = "value-that-nobody-may-log";

    private static readonly Change[] Changes = [new(1L, "a"), new(2L, "b"), new(3L, "c")];

    /// <summary>A run that ends in some way, and what is counted: deltas, acknowledged, stops, errors.</summary>
    [TestCase("drained", SyncOutcome.Drained, 3, 3, 0, 0)]
    [TestCase("accept", SyncOutcome.Stopped, 2, 2, 1, 0)]
    [TestCase("reject", SyncOutcome.Rejected, 2, 1, 1, 0)]
    [TestCase("throw", SyncOutcome.Faulted, 2, 1, 0, 1)]
    [TestCase("cancel", SyncOutcome.Cancelled, 2, 2, 0, 0)]
    public async Task Every_run_is_counted_traced_and_logged(string end, SyncOutcome outcome, long delivered, long acknowledged, long stops, long errors)
    {
        foreach (var (all, async) in new[] { (false, false), (false, true), (true, false), (true, true) })
        {
            var log = new RecordingLog();
            var counted = new Dictionary<string, long>();
            using var meters = Listen(counted);
            var activities = new List<Activity>();
            using var traces = Trace(activities);
            using var cancellation = new CancellationTokenSource();
            var facade = new Variant(Shape.Iterator, AsyncConnector: false, TypedConnector: true, TypedFace: false, Waiting.Completed).Facade(new ScriptedSource(Changes), log.Settings);
            var run = new SyncRun(all ? ObjectClass.All : ObjectClass.Account, SyncPosition.Beginning);
            SyncAnswer Answer(SyncDelta delta)
            {
                if (delta.Uid.Value != "b")
                    return SyncAnswer.Continue;
                switch (end)
                {
                    case "accept":
                        return SyncAnswer.AcceptAndStop;
                    case "reject":
                        return SyncAnswer.RejectAndStop;
                    case "throw":
                        throw new InvalidDataException("broken");
                    case "cancel":
                        cancellation.Cancel();
                        return SyncAnswer.Continue;
                    default:
                        return SyncAnswer.Continue;
                }
            }

            try
            {
                _ = async
                    ? await facade.SyncAsync(run, SyncHandler.FromAsync((delta, _) => new(Answer(delta))), cancellation.Token)
                    : facade.Sync(run, SyncHandler.From(Answer), cancellation.Token);
            }
            catch (Exception exception) when (exception is InvalidDataException or OperationCanceledException)
            {
                // The position and the telemetry are what counts here.
            }

            Assert.That(counted, Is.EquivalentTo(new Dictionary<string, long>
            {
                ["sluice.sync.runs"] = 1,
                ["sluice.sync.deltas"] = delivered,
                ["sluice.sync.acknowledged"] = acknowledged,
                ["sluice.sync.stops"] = stops,
                ["sluice.sync.errors"] = errors,
            }.Where(one => one.Value > 0 || one.Key is "sluice.sync.deltas" or "sluice.sync.acknowledged")));
            var activity = activities.Single();
            Assert.That((activity.OperationName, activity.GetTagItem("sluice.connector"), activity.GetTagItem("sluice.object_class"), activity.GetTagItem("sluice.outcome"), activity.GetTagItem("sluice.deltas")), Is.EqualTo(("sluice.sync", "test", run.ObjectClass.Name, outcome.ToString(), delivered)));
            Assert.That((activity.Status, activity.IsStopped), Is.EqualTo((errors > 0 ? ActivityStatusCode.Error : ActivityStatusCode.Unset, true)));
            Assert.That(Activity.Current, Is.Null);

            var ended = log.Entries.Single(entry => entry.Id == 1);
            Assert.That((ended.Level, ended.Text), Is.EqualTo((LogLevel.Information, $"Sync of {run.ObjectClass} through 'test' ended: {outcome}, {delivered} delivered, {acknowledged} acknowledged, position {run.Position}")));
            Assert.That(log.Entries.Count(entry => entry is { Id: 2, Level: LogLevel.Warning, Exception: InvalidDataException }), Is.EqualTo(errors));
        }
    }

    [Test]
    public void No_attribute_value_is_logged_or_put_into_a_message([Values] bool lenient)
    {
        var log = new RecordingLog();
        var schema = new ObjectClassInfo(ObjectClass.Account, [new(AttributeNames.Name, AttributeType.String, AttributeTraits.Required), new("mail", AttributeType.Boolean)]);
        SyncDelta[] deltas =
        [
            SyncDelta.Create(1L, ConnectorObject.Build(ObjectClass.Account, "a", "login").Set("mail", Secret).Build()),
            SyncDelta.Create(1L, ConnectorObject.Build(ObjectClass.Account, "a", "login").Set("undeclared", Secret).Build()),
            SyncDelta.Create(0L, ConnectorObject.Build(ObjectClass.Account, "b", "login").SetValues("mail", new object[] { Secret }).Build()),
            SyncDelta.Create(0L, ConnectorObject.Build(ObjectClass.Group, "b", "login").Build()),
        ];
        var facade = new TestFacade(lenient ? log.Lenient : log.Settings, one => new UntypedClass(
            one,
            ObjectClass.Account,
            session =>
            {
                foreach (var delta in deltas)
                    session.Deliver(delta);
                ((ISyncTokenResultsHandler)session).HandleResult(0L);
                session.HandlerReturned();
            },
            null,
            info: schema));
        try
        {
            facade.Sync(new SyncRun(ObjectClass.Account, SyncPosition.Beginning), SyncHandler.From(_ => SyncAnswer.Continue));
        }
        catch (SyncLawException exception)
        {
            Assert.That(exception.ToString(), Does.Not.Contain(Secret));
        }

        Assert.That(log.Entries, Has.Count.GreaterThanOrEqualTo(lenient ? 6 : 2));
        Assert.That(log.Entries.Select(entry => entry.Text + entry.Exception), Has.None.Contains(Secret));
        Assert.That(deltas.Select(delta => delta.ToString()), Has.None.Contains(Secret));
        Assert.That(SyncDelta.Create(1L, new Account("u", "login") { Mail = Secret }).ToString(), Is.EqualTo("Create Account u @ int64:1"));
    }

    [Test]
    public void A_failure_of_the_connector_tells_where_it_happened()
    {
        var facade = new TestFacade(null, one => new UntypedClass(one, ObjectClass.Group, _ => throw new ConnectionBrokenException("the line went dead"), null));

        var thrown = Assert.Throws<ConnectionBrokenException>(() => facade.Sync(new SyncRun(ObjectClass.Group, SyncPosition.Beginning), SyncHandler.From(_ => SyncAnswer.Continue)))!;

        Assert.That((thrown.ConnectorName, thrown.ObjectClass), Is.EqualTo(("test", ObjectClass.Group)));
    }

    private static MeterListener Listen(Dictionary<string, long> counted)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (string.Equals(instrument.Meter.Name, SluiceDiagnostics.SourceName, StringComparison.Ordinal))
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            Assert.That(tags.ToArray().Select(tag => tag.Key), Is.EqualTo(new[] { "sluice.connector", "sluice.object_class" }));
            counted[instrument.Name] = counted.GetValueOrDefault(instrument.Name) + value;
        });
        listener.Start();
        return listener;
    }

    private static ActivityListener Trace(List<Activity> activities)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => string.Equals(source.Name, SluiceDiagnostics.SourceName, StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activities.Add,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
