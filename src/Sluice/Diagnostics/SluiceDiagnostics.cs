using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Sluice;

/// <summary>The names under which facades tell of their runs, and the instruments behind them.</summary>
public static class SluiceDiagnostics
{
    /// <summary>The name of the <see cref="ActivitySource"/> and of the <see cref="Meter"/>.</summary>
    public const string SourceName = "Sluice";

    private static readonly ActivitySource s_activities = new(SourceName);
    private static readonly Meter s_meter = new(SourceName);
    private static readonly Counter<long> s_runs = s_meter.CreateCounter<long>("sluice.sync.runs", "{run}", "Sync runs that ended.");
    private static readonly Counter<long> s_deltas = s_meter.CreateCounter<long>("sluice.sync.deltas", "{delta}", "Deltas that handlers were called with.");
    private static readonly Counter<long> s_acknowledged = s_meter.CreateCounter<long>("sluice.sync.acknowledged", "{delta}", "Deltas that handlers accepted.");
    private static readonly Counter<long> s_stops = s_meter.CreateCounter<long>("sluice.sync.stops", "{run}", "Sync runs that a handler stopped.");
    private static readonly Counter<long> s_errors = s_meter.CreateCounter<long>("sluice.sync.errors", "{run}", "Sync runs that ended with an exception.");

    internal static Activity? StartSync(string connector, string objectClass)
    {
        if (!s_activities.HasListeners())
            return null;
        var activity = s_activities.StartActivity("sluice.sync");
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

        if (!s_runs.Enabled && !s_deltas.Enabled && !s_acknowledged.Enabled && !s_stops.Enabled && !s_errors.Enabled)
            return;
        var tags = new TagList { { "sluice.connector", connector }, { "sluice.object_class", objectClass } };
        s_runs.Add(1, tags);
        s_deltas.Add(delivered, tags);
        s_acknowledged.Add(acknowledged, tags);
        if (outcome is SyncOutcome.Stopped or SyncOutcome.Rejected)
            s_stops.Add(1, tags);
        if (outcome is SyncOutcome.Faulted)
            s_errors.Add(1, tags);
    }
}
