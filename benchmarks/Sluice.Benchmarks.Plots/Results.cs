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
internal sealed record RatioOfRuns(
    string Name,
    string Operation,
    double Goal,
    string? GoalInWords,
    double? GoalBytes,
    int Runs,
    double Ratio,
    double LowestRun,
    double HighestRun,
    double Nanoseconds,
    double BaselineNanoseconds,
    double Bytes,
    double BaselineBytes);

/// <summary>What a start costs beyond an empty program, in milliseconds, where a program is published in one way.</summary>
internal sealed record Start(string Name, int Runs, double Milliseconds, double Low, double High, double Instruments);

/// <summary>Bytes alive before so many changes were mirrored, and at most meanwhile.</summary>
internal sealed record Alive(int Changes, long Before, long Most);

/// <summary>What was measured, from the JSON of BenchmarkDotNet and of our own commands; empty where it was not.</summary>
internal sealed class Results
{
    private readonly Case[] _cases;

    private Results(string folder)
    {
        _cases =
        [
            .. Directory.EnumerateFiles(folder, "*-report-full.json", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .SelectMany(file => JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("Benchmarks").EnumerateArray())
                .Where(one => one.GetProperty("Statistics").ValueKind == JsonValueKind.Object)
                .Select(CaseOf),
        ];
        Ratios = Rows<RatioOfRuns>(Path.Combine(folder, "ratios.json"));
        Starts = Rows<Start>(Path.Combine(folder, "start.json"));
        Memory = Rows<Alive>(Path.Combine(folder, "memory.json"));
    }

    public IReadOnlyList<RatioOfRuns> Ratios { get; }

    public IReadOnlyList<Start> Starts { get; }

    public IReadOnlyList<Alive> Memory { get; }

    public static Results Read(string folder) => new(folder);

    public IEnumerable<Case> Of(string family, string method) =>
        _cases.Where(one => one.Family.Equals(family, StringComparison.Ordinal) && one.Method.Equals(method, StringComparison.Ordinal)).OrderBy(one => one.Parameter);

    private static TRow[] Rows<TRow>(string file) => File.Exists(file) ? JsonSerializer.Deserialize<TRow[]>(File.ReadAllText(file))! : [];

    private static Case CaseOf(JsonElement one) => new(
        one.GetProperty("Type").GetString()!,
        one.GetProperty("Method").GetString()!,
        one.GetProperty("Parameters").GetString() is { } text && text.Split('=') is [_, var value] ? int.Parse(value, CultureInfo.InvariantCulture) : 0,
        one.GetProperty("Statistics").GetProperty("Min").GetDouble(),
        one.GetProperty("Memory").GetProperty("BytesAllocatedPerOperation").GetDouble());
}
