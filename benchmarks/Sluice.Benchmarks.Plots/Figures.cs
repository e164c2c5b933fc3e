namespace Sluice.Benchmarks.Plots;

/// <summary>A figure of docs/performance.md.</summary>
/// <param name="File">Its file.</param>
/// <param name="Draw">Draws it; null where what it shows was not measured.</param>
internal sealed record Figure(string File, Func<Results, string?> Draw);

/// <summary>All figures.</summary>
internal static class Figures
{
    private const int Floor = 0, Ours = 1, Frameworks = 2, ByHand = 3, Second = 4, Third = 5;

    public static IReadOnlyList<Figure> All { get; } =
    [
        new("throughput-by-deltas.svg", results => Throughput(
            results,
            "Synchronous deltas per second, by deltas in a run",
            "deltas in a run",
            perRun: true,
            ("SynchronousBenchmarks", "Call", "interface call, no check", Floor),
            ("SynchronousBenchmarks", "IteratorByHand", "iterator, checks by hand", ByHand),
            ("SynchronousBenchmarks", "Iterator", "iterator, facade", Ours),
            ("SynchronousBenchmarks", "Handler", "handler shape, facade", Second),
            ("SynchronousBenchmarks", "Mapped", "to untyped, facade", Third),
            ("FrameworkBenchmarks", "Buffering", "framework-like, untyped", Frameworks))),
        new("throughput-by-deltas-async.svg", results => Throughput(
            results,
            "Asynchronous deltas per second, by deltas in a run",
            "deltas in a run",
            perRun: true,
            ("AsynchronousBenchmarks", "AwaitForEach", "await foreach, no check", Floor),
            ("AsynchronousBenchmarks", "AsyncIteratorByHand", "iterator, checks by hand", ByHand),
            ("AsynchronousBenchmarks", "AsyncIterator", "iterator, facade", Ours),
            ("AsynchronousBenchmarks", "AsyncPage", "page, facade", Second),
            ("AsynchronousBenchmarks", "Waiting", "waits every 100, facade", Third))),
        new("throughput-by-attributes.svg", results => Throughput(
            results,
            "Untyped objects built per second, by attributes",
            "attributes of the object",
            perRun: false,
            ("MappingBenchmarks", "AllByHand", "all, by hand", ByHand),
            ("MappingBenchmarks", "All", "all, Sluice", Ours),
            ("MappingBenchmarks", "Three", "three of them, Sluice", Second),
            ("MappingBenchmarks", "AllAsDictionary", "all, dictionary", Frameworks))),
        new("throughput-by-batch.svg", results => Throughput(
            results,
            "Deltas per second, by size of a batch",
            "deltas in a page, or between two waits of the source",
            perRun: false,
            ("BatchBenchmarks", "Page", "page", Ours),
            ("BatchBenchmarks", "AsyncPage", "asynchronous page", Second),
            ("BatchBenchmarks", "Waiting", "iterator that waits", Third))),
        new("allocation.svg", Allocation),
        new("ratios.svg", Ratios),
    ];

    private static string? Throughput(Results results, string title, string horizontal, bool perRun, params (string Family, string Method, string Name, int Look)[] lines)
    {
        Series[] series =
        [
            .. lines
                .Select(line => new Series(
                    line.Name,
                    [.. results.Of(line.Family, line.Method).Select(one => ((double)one.Parameter, 1e9 / one.Nanoseconds * (perRun ? one.Parameter : 1)))],
                    line.Look))
                .Where(line => line.Points.Count > 1),
        ];
        return series.Length == 0 ? null : LineChart.Draw(title, horizontal, "per second", series);
    }

    private static string? Allocation(Results results)
    {
        Bar?[] bars =
        [
            PerDelta("SynchronousBenchmarks", "Iterator", "iterator, facade", Ours),
            PerDelta("SynchronousBenchmarks", "Handler", "handler shape, facade", Ours),
            PerDelta("AsynchronousBenchmarks", "AsyncIterator", "asynchronous iterator, facade", Ours),
            PerDelta("SynchronousBenchmarks", "Mapped", "to untyped, 8 attributes, facade", Ours),
            PerDelta("FrameworkBenchmarks", "SluiceThree", "to untyped, 3 of 8, facade", Ours),
            PerDelta("FrameworkBenchmarks", "Reflecting", "framework-like, 8 attributes", Frameworks),
            PerDelta("FrameworkBenchmarks", "Filtering", "framework-like, 3 of 8", Frameworks),
        ];
        var known = bars.OfType<Bar>().ToArray();
        return known.Length == 0 ? null : BarChart.Draw("Bytes allocated per delta", "bytes per delta; deltas of the first three rows were ready, the others are built", " B", known);

        // What a run allocates once is gone where the deltas are many.
        Bar? PerDelta(string family, string method, string name, int look) => results.Of(family, method).LastOrDefault() is { Parameter: > 0 } most
            ? new(name, Math.Floor(most.Bytes / most.Parameter), look)
            : null;
    }

    private static string? Ratios(Results results) => results.Ratios.Count == 0
        ? null
        : BarChart.Draw(
            "Time by that of the baseline, and the goal",
            "ratio to the baseline of the row (logarithmic); the upright mark is the goal",
            "",
            [.. results.Ratios.Select(one => new Bar(one.Name, one.Ratio, one.Ratio <= one.Goal ? ByHand : Frameworks, one.Goal, (one.LowestRun, one.HighestRun)))],
            logarithmic: true);
}
