using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Sluice.Benchmarking;

/// <summary>A column that says something about one delta, in the rows whose operation delivers all of them.</summary>
internal sealed class DeltaColumn : IColumn
{
    private static readonly string[] Whole = ["WholeRun", "StopAndResume"];
    private readonly Func<BenchmarkReport, int, double?> _value;

    private DeltaColumn(string name, string legend, Func<BenchmarkReport, int, double?> value)
    {
        ColumnName = name;
        Legend = legend;
        _value = value;
    }

    public static IColumn PerSecond { get; } = new DeltaColumn("Deltas/s", "Deltas delivered per second", static (report, deltas) => deltas * 1e9 / report.ResultStatistics?.Mean);

    public static IColumn Bytes { get; } = new DeltaColumn("B/delta", "Bytes allocated per delta, what is made once for a run included", static (report, deltas) => (double?)report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) / deltas);

    public string Id => nameof(DeltaColumn) + "." + ColumnName;

    public string ColumnName { get; }

    public string Legend { get; }

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
    {
        if (!Whole.Contains(benchmarkCase.Descriptor.WorkloadMethod.Name, StringComparer.Ordinal) || summary[benchmarkCase] is not { } report || benchmarkCase.Parameters["Deltas"] is not int deltas)
            return "-";
        return _value(report, deltas)?.ToString("#,0", CultureInfo.InvariantCulture) ?? "?";
    }

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    public override string ToString() => ColumnName;
}
