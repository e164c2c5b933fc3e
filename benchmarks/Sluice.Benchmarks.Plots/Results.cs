using System.Globalization;
using System.Text.Json;

namespace Sluice.Benchmarks.Plots;

/// <summary>One measured case: a benchmark of a family, with its parameter where it has one.</summary>
/// <param name="Family">The class of the benchmark.</param>
/// <param name="Method">The method of the benchmark.</param>
/// <param name="Parameter">The value of its parameter; 0 where there is none.</param>
/// <param name="Nanoseconds">The shortest time of one operation: what else the machine did only adds.</param>
/// <param name="Bytes">What one operation allocates.</param>
internal sealed record Case(string Family, string Method, int Parameter, double Nanoseconds, double Bytes);

/// <summary>A row of the ratios: what a way costs by its baseline's, over several runs.</summary>
internal sealed record Ratio(string Name, double Goal, double Value, double LowestRun, double HighestRun);

/// <summary>What was measured, from the JSON of BenchmarkDotNet and of the ratios.</summary>
internal sealed class Results(IReadOnlyList<Case> cases, IReadOnlyList<Ratio> ratios)
{
    public IReadOnlyList<Ratio> Ratios => ratios;

    public IEnumerable<Case> Of(string family, string method) =>
        cases.Where(one => one.Family.Equals(family, StringComparison.Ordinal) && one.Method.Equals(method, StringComparison.Ordinal)).OrderBy(one => one.Parameter);

    public static Results Read(string folder)
    {
        var cases = Directory.EnumerateFiles(folder, "*-report-full.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .SelectMany(file => JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("Benchmarks").EnumerateArray())
            .Where(one => one.GetProperty("Statistics").ValueKind == JsonValueKind.Object)
            .Select(CaseOf);
        var ratios = Path.Combine(folder, "ratios.json");
        return new([.. cases], File.Exists(ratios) ? [.. JsonDocument.Parse(File.ReadAllText(ratios)).RootElement.EnumerateArray().Select(RatioOf)] : []);
    }

    private static Case CaseOf(JsonElement one) => new(
        one.GetProperty("Type").GetString()!,
        one.GetProperty("Method").GetString()!,
        one.GetProperty("Parameters").GetString() is { } text && text.Split('=') is [_, var value] ? int.Parse(value, CultureInfo.InvariantCulture) : 0,
        one.GetProperty("Statistics").GetProperty("Min").GetDouble(),
        one.GetProperty("Memory").GetProperty("BytesAllocatedPerOperation").GetDouble());

    private static Ratio RatioOf(JsonElement one) => new(
        one.GetProperty("Name").GetString()!,
        one.GetProperty("Goal").GetDouble(),
        one.GetProperty("Ratio").GetDouble(),
        one.GetProperty("LowestRun").GetDouble(),
        one.GetProperty("HighestRun").GetDouble());
}
