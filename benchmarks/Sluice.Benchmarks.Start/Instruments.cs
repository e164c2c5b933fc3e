using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Sluice.Benchmarks.Start;

/// <summary>The first activity source and the first meter of a process, whoever makes them: most of the time goes into the runtime's event sources.</summary>
internal static class Instruments
{
    public static void Create()
    {
        using var activities = new ActivitySource("instruments");
        using var meter = new Meter("instruments");
        var counter = meter.CreateCounter<long>("instruments.made");
        if (activities.HasListeners() || counter.Enabled)
            throw new InvalidOperationException("Somebody listens; the figures would be of something else.");
    }
}
