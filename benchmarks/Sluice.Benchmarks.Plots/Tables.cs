using System.Globalization;
using System.Text;

namespace Sluice.Benchmarks.Plots;

/// <summary>A table of docs/performance.md, between two comments that name it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Write">Writes it; null where what it tells was not measured.</param>
internal sealed record Table(string Name, Func<Results, string?> Write);

/// <summary>All tables that the commands measure anew; nobody types them.</summary>
internal static class Tables
{
    public static IReadOnlyList<Table> All { get; } =
    [
        new("ratios", Ratios),
        new("start", Start),
        new("memory", Memory),
        new("generators", Generators),
        new("analyzers", Analyzers),
    ];

    /// <summary>The page with another text where the table of that name stands.</summary>
    public static string Put(string page, string name, string table)
    {
        var (begin, end) = ($"<!-- {name} -->\n", $"<!-- end of {name} -->");
        var from = page.IndexOf(begin, StringComparison.Ordinal);
        var to = page.IndexOf(end, StringComparison.Ordinal);
        return from >= 0 && to > from
            ? string.Concat(page.AsSpan(0, from + begin.Length), table, page.AsSpan(to))
            : throw new InvalidOperationException($"The page has no place for the table '{name}': it stands between {begin.TrimEnd()} and {end}.");
    }

    private static string? Ratios(Results results) => Rows(
        ["what", "ratio", "goal", "ns", "bytes"],
        results.Ratios.Select(string[] (one) =>
        [
            one.Operation,
            Invariant($"{one.Ratio:0.00} ({one.LowestRun:0.00} to {one.HighestRun:0.00})"),
            one.GoalInWords ?? (one.Goal == 1 ? "below 1" : Invariant($"{one.Goal:0.0#}")),
            Invariant($"{Short(one.Nanoseconds)} / {Short(one.BaselineNanoseconds)}"),
            one.GoalBytes is null ? Invariant($"{one.Bytes:#,0} / {one.BaselineBytes:#,0}") : Invariant($"{one.Bytes:#,0}"),
        ]));

    private static string? Start(Results results) => Rows(
        ["published", "ms beyond an empty program", "of them the first activity source and meter"],
        results.Starts.Select(string[] (one) => [one.Name, Invariant($"{one.Milliseconds:0} ({one.Low:0} to {one.High:0})"), Invariant($"{one.Instruments:0}")]));

    private static string? Memory(Results results) => Rows(
        ["changes mirrored", "bytes alive before", "at most meanwhile"],
        results.Memory.Select(string[] (one) => [Invariant($"{one.Changes:#,0}"), Invariant($"{one.Before:#,0}"), Invariant($"{one.Most:#,0}")]));

    private static string? Generators(Results results) => Rows(
        ["connectors", "what", "ms", "by the walk's", "bytes by the walk's"],
        Against(results, "GeneratorBenchmarks", ("cold", "Cold", "WalkCold"), ("unrelated edit", "Unrelated", "WalkUnrelated"), ("edit beside the class", "Outside", "WalkOutside"), ("real edit", "Real", "WalkReal")));

    private static string? Analyzers(Results results) => Rows(
        ["connectors", "what", "ms", "by the compiler's alone", "bytes by the compiler's alone"],
        Against(results, "AnalyzerBenchmarks", ("all diagnostics of the project", "WithAnalyzers", "Compiler")));

    private static IEnumerable<string[]> Against(Results results, string family, params (string What, string Subject, string Baseline)[] pairs) =>
        from pair in pairs
        from subject in results.Of(family, pair.Subject)
        from baseline in results.Of(family, pair.Baseline)
        where baseline.Parameter == subject.Parameter
        orderby subject.Parameter
        select (string[])
        [
            Invariant($"{subject.Parameter:#,0}"),
            pair.What,
            Invariant($"{subject.Nanoseconds / 1e6:#,0.0}"),
            Invariant($"{subject.Nanoseconds / baseline.Nanoseconds:0.00}"),
            Invariant($"{subject.Bytes / baseline.Bytes:0.00}"),
        ];

    private static string? Rows(string[] head, IEnumerable<string[]> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
            Line(row);
        if (text.Length == 0)
            return null;
        var body = text.ToString();
        text.Clear();
        Line(head);
        Line([.. head.Select(_ => "---")]);
        return text.Append(body).ToString();

        void Line(string[] cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
    }

    private static string Short(double nanoseconds) => nanoseconds < 100 ? Invariant($"{nanoseconds:0.0}") : Invariant($"{nanoseconds:#,0}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
