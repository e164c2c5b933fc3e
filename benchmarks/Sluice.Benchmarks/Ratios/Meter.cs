using System.Diagnostics;

namespace Sluice.Benchmarks;

/// <summary>
/// Measures two ways in turns, so that what slows the machine slows both, and compares them round by round. Meant for a
/// process of its own: what the compiler learns of one pair is not mixed with another's.
/// </summary>
public static class Meter
{
    private static readonly TimeSpan Warming = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan LongestWarming = TimeSpan.FromSeconds(6);

    // Shorter than a time slice, so that on a busy machine many samples are not interrupted.
    private static readonly TimeSpan Sample = TimeSpan.FromMicroseconds(200);

    public static Measurement Measure(Comparison comparison, int rounds)
    {
        rounds = Math.Min(rounds, comparison.MostRounds);
        var (subject, baseline) = comparison.Make();
        Warm(subject, baseline);
        var subjectCalls = CallsPerSample(subject);
        var baselineCalls = CallsPerSample(baseline);
        var subjectTimes = new double[rounds];
        var baselineTimes = new double[rounds];
        for (var round = 0; round < rounds; round++)
        {
            // Who goes first alternates.
            if (round % 2 == 0)
                subjectTimes[round] = Time(subject, subjectCalls);
            baselineTimes[round] = Time(baseline, baselineCalls);
            if (round % 2 != 0)
                subjectTimes[round] = Time(subject, subjectCalls);
        }

        double[] ratios = [.. subjectTimes.Zip(baselineTimes, (mine, other) => mine / other).Order()];
        return new(
            comparison.Name,
            rounds,
            ratios[rounds / 2],
            ratios[rounds / 4],
            ratios[rounds * 3 / 4],
            subjectTimes.Min() / baselineTimes.Min(),
            subjectTimes.Min(),
            baselineTimes.Min(),
            Bytes(subject),
            Bytes(baseline));
    }

    /// <summary>What one operation allocates: the least of several, since a collection in between only adds.</summary>
    public static double Bytes(Way way)
    {
        const int Attempts = 5;
        var calls = Math.Clamp(1_000 / way.Operations, 1, 5 * CallsPerSample(way));
        var least = long.MaxValue;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Repeat(way, calls);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        // What a call allocates once is not a delta's: whole bytes per operation.
        return Math.Floor(least / (double)calls / way.Operations);
    }

    /// <summary>Until neither way gets faster any more: the second tier is compiled in the background, late where the machine is busy.</summary>
    private static void Warm(Way subject, Way baseline)
    {
        var watch = Stopwatch.StartNew();
        var (subjectBest, baselineBest, steady) = (double.MaxValue, double.MaxValue, 0);
        while (watch.Elapsed < LongestWarming && (watch.Elapsed < Warming || steady < 3))
        {
            var (subjectNow, baselineNow) = (Best(subject), Best(baseline));
            steady = subjectNow > subjectBest * 0.95 && baselineNow > baselineBest * 0.95 ? steady + 1 : 0;
            (subjectBest, baselineBest) = (Math.Min(subjectBest, subjectNow), Math.Min(baselineBest, baselineNow));
        }

        static double Best(Way way)
        {
            var calls = CallsPerSample(way);
            var best = double.MaxValue;
            var start = Stopwatch.GetTimestamp();
            for (var sample = 0; sample < 100 && Stopwatch.GetElapsedTime(start) < 100 * Sample; sample++)
                best = Math.Min(best, Time(way, calls));
            return best;
        }
    }

    /// <summary>The most of several attempts: one that was interrupted found too few, and a sample of a few calls is shorter than the clock's tick.</summary>
    private static int CallsPerSample(Way way) => Enumerable.Range(0, 3).Max(_ => CallsInOneSample(way));

    private static int CallsInOneSample(Way way)
    {
        var calls = 1;
        while (true)
        {
            // A single call may take longer than a sample.
            var start = Stopwatch.GetTimestamp();
            Repeat(way, calls);
            var elapsed = Stopwatch.GetElapsedTime(start);
            if (elapsed >= Sample / 2)
                return Math.Max(1, (int)(calls * (Sample / elapsed)));
            calls *= 2;
        }
    }

    private static double Time(Way way, int calls)
    {
        var start = Stopwatch.GetTimestamp();
        Repeat(way, calls);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / calls / way.Operations;
    }

    private static void Repeat(Way way, int calls)
    {
        var run = way.Run;
        for (var call = 0; call < calls; call++)
            run();
    }
}
