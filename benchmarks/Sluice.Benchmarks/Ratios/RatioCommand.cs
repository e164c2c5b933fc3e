using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Sluice.Benchmarks;

/// <summary>
/// <c>ratios [name ...] [--rounds N] [--runs N] [--json FILE]</c>: each comparison in a process of its own, so many runs as asked
/// for; the middle run counts. The file is written after each, and keeps what it tells of comparisons that were not chosen.
/// </summary>
internal static class RatioCommand
{
    public const string Name = "ratios", OneName = "ratio";
    public const int DefaultRounds = 1_000;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Measures one comparison in this process and writes a line of JSON.</summary>
    public static int One(string name, int rounds)
    {
        if (Comparisons.All.FirstOrDefault(one => string.Equals(one.Name, name, StringComparison.Ordinal)) is not { } comparison)
        {
            Console.Error.WriteLine($"There is no comparison '{name}'. There are: {string.Join(", ", Comparisons.All.Select(one => one.Name))}");
            return 2;
        }

        Console.WriteLine(JsonSerializer.Serialize(Meter.Measure(comparison, rounds)));
        return 0;
    }

    public static async Task<int> RunAsync(string[] arguments)
    {
        var options = Options.Parse(arguments);
        var chosen = Comparisons.All.Where(one => options.Names.Count == 0 || options.Names.Contains(one.Name, StringComparer.Ordinal)).ToArray();
        var measured = await ReadAsync(options.Json);
        Console.WriteLine($"{"",-20} {"ratio",6} {"runs",13} {"rounds",13} {"goal",6} {"ns",9} {"against",9} {"bytes",6} {"against",7}");
        foreach (var comparison in chosen)
        {
            var runs = new List<Measurement>();
            for (var run = 0; run < options.Runs; run++)
                runs.Add(await MeasureAsync(comparison.Name, options.Rounds));
            var row = RatioRow.Of(comparison, runs);
            measured[row.Name] = row;
            await WriteAsync(options.Json, measured);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Name,-20} {row.Ratio,6:0.00} {row.LowestRun,6:0.00}-{row.HighestRun,-6:0.00} {row.Low,6:0.00}-{row.High,-6:0.00} {row.Goal,6:0.0#} {row.Nanoseconds,9:0.00} {row.BaselineNanoseconds,9:0.00} {row.Bytes,6:0.#} {row.BaselineBytes,7:0.#}{(row.Ratio > row.Goal ? "  not reached" : "")}"));
        }

        return 0;
    }

    /// <summary>Measures a comparison in a process of its own.</summary>
    public static async Task<Measurement> MeasureAsync(string name, int rounds)
    {
        // We may run in our own host or in that of the tests.
        var host = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path).Equals("dotnet", StringComparison.OrdinalIgnoreCase) ? path : "dotnet";
        var start = new ProcessStartInfo(host) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in new[] { typeof(RatioCommand).Assembly.Location, OneName, name, rounds.ToString(CultureInfo.InvariantCulture) })
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<Measurement>(output)!
            : throw new InvalidOperationException($"The comparison '{name}' ended with {process.ExitCode}.");
    }

    private static async Task<Dictionary<string, RatioRow>> ReadAsync(string? file) => file is not null && File.Exists(file)
        ? JsonSerializer.Deserialize<RatioRow[]>(await File.ReadAllTextAsync(file))!.ToDictionary(row => row.Name, StringComparer.Ordinal)
        : new(StringComparer.Ordinal);

    private static async Task WriteAsync(string? file, Dictionary<string, RatioRow> measured)
    {
        if (file is null)
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var rows = Comparisons.All.Where(one => measured.ContainsKey(one.Name)).Select(one => measured[one.Name]);
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(rows, Indented) + "\n");
    }

    private sealed record Options(IReadOnlyList<string> Names, int Rounds, int Runs, string? Json)
    {
        public static Options Parse(string[] arguments)
        {
            var names = new List<string>();
            var (rounds, runs, json) = (DefaultRounds, 1, default(string));
            for (var i = 0; i < arguments.Length; i++)
            {
                switch (arguments[i])
                {
                    case "--rounds":
                        rounds = int.Parse(arguments[++i], CultureInfo.InvariantCulture);
                        break;
                    case "--runs":
                        runs = int.Parse(arguments[++i], CultureInfo.InvariantCulture);
                        break;
                    case "--json":
                        json = arguments[++i];
                        break;
                    default:
                        names.Add(arguments[i]);
                        break;
                }
            }

            return new(names, rounds, runs, json);
        }
    }
}
