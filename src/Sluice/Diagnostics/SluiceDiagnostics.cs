using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Sluice;

/// <summary>The names under which facades tell of their runs, and the instruments behind them.</summary>
public static class SluiceDiagnostics
{
    /// <summary>The name of the <see cref="ActivitySource"/> and of the <see cref="Meter"/>.</summary>
    public const string SourceName = "Sluice";

    private static readonly ActivitySource Activities = new(SourceName);
    private static readonly Meter Meter = new(SourceName);
    private static readonly Counter<long> Runs = Meter.CreateCounter<long>("sluice.sync.runs", "{run}", "Sync runs that ended.");
    private static readonly Counter<long> Deltas = Meter.CreateCounter<long>("sluice.sync.deltas", "{delta}", "Deltas that handlers were called with.");
    private static readonly Counter<long> Acknowledged = Meter.CreateCounter<long>("sluice.sync.acknowledged", "{delta}", "Deltas that handlers accepted.");
    private static readonly Counter<long> Stops = Meter.CreateCounter<long>("sluice.sync.stops", "{run}", "Sync runs that a handler stopped.");
    private static readonly Counter<long> Errors = Meter.CreateCounter<long>("sluice.sync.errors", "{run}", "Sync runs that ended with an exception.");

    /// <summary>Whether somebody listens to an instrument.</summary>
    internal static bool IsCounting => Runs.Enabled || Deltas.Enabled || Acknowledged.Enabled || Stops.Enabled || Errors.Enabled;

    internal static Activity? StartSync(string connector, string objectClass)
    {
        if (!Activities.HasListeners())
            return null;
        var activity = Activities.StartActivity("sluice.sync");
        activity?.SetTag("sluice.connector", connector);
        activity?.SetTag("sluice.object_class", objectClass);
        return activity;
    }

    internal static void EndSync(Activity? activity, string connector, string objectClass, SyncOutcome outcome, long delivered, long acknowledged)
    {
        if (activity is not null)
        {
            activity.SetTag("sluice.outcome", outcome.ToString());
            activity.SetTag("sluice.deltas", delivered);
            if (outcome == SyncOutcome.Faulted)
                activity.SetStatus(ActivityStatusCode.Error);
            activity.Dispose();
        }

        if (!IsCounting)
            return;
        var tags = new TagList { { "sluice.connector", connector }, { "sluice.object_class", objectClass } };
        Runs.Add(1, tags);
        Deltas.Add(delivered, tags);
        Acknowledged.Add(acknowledged, tags);
        if (outcome is SyncOutcome.Stopped or SyncOutcome.Rejected)
            Stops.Add(1, tags);
        if (outcome is SyncOutcome.Faulted)
            Errors.Add(1, tags);
    }
}
