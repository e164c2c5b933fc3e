using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Sluice.Benchmarks;

/// <summary>
/// <c>start [--runs N] [--json FILE]</c>: from the start of a process to the first delta of a new facade, beyond the same program
/// that does nothing; run from the repository's folder. Ways to publish that this machine cannot do are left out with a word.
/// </summary>
internal static class StartCommand
{
    public const string Name = "start";
    private const int DefaultRuns = 15;
    private const string Project = "benchmarks/Sluice.Benchmarks.Start/Sluice.Benchmarks.Start.csproj";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly (string Name, string[] Options)[] Ways =
    [
        ("framework-dependent", ["--self-contained", "false"]),
        ("framework-dependent, ReadyToRun", ["--self-contained", "false", "-p:StartReadyToRun=true"]),
        ("framework-dependent, ReadyToRun, without event sources", ["--self-contained", "false", "-p:StartReadyToRun=true", "-p:EventSourceSupport=false"]),
        ("trimmed, self-contained", ["--self-contained", "true", "-p:StartTrimmed=true"]),
        ("trimmed, self-contained, ReadyToRun", ["--self-contained", "true", "-p:StartTrimmed=true", "-p:StartReadyToRun=true"]),
    ];

    public static async Task<int> RunAsync(string[] arguments)
    {
        var runs = DefaultRuns;
        string? json = null;
        for (var i = 0; i + 1 < arguments.Length; i += 2)
        {
            if (arguments[i] is "--runs")
                runs = int.Parse(arguments[i + 1], CultureInfo.InvariantCulture);
            else if (arguments[i] is "--json")
                json = arguments[i + 1];
        }

        var rows = new List<StartRow>();
        var folder = Directory.CreateTempSubdirectory("sluice-start-").FullName;
        try
        {
            foreach (var (name, options) in Ways)
            {
                if (await PublishAsync(Path.Combine(folder, rows.Count.ToString(CultureInfo.InvariantCulture)), options) is not { } program)
                {
                    Console.WriteLine($"{name}: this machine cannot publish so");
                    continue;
                }

                var row = await MeasureAsync(name, program, runs);
                rows.Add(row);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name}: {row.Milliseconds:0.0} ms beyond an empty program (middle of {runs} runs, {row.Low:0.0} to {row.High:0.0} for the middle half), {row.Instruments:0.0} ms of them for the first activity source and meter"));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        if (json is not null)
            await File.WriteAllTextAsync(json, JsonSerializer.Serialize(rows, Indented) + "\n");
        return 0;
    }

    private static async Task<string?> PublishAsync(string folder, string[] options)
    {
        // Runtime and compiler packs of the machine at hand are not for the committed lock file.
        string[] common = ["publish", Project, "-c", "Release", "--use-current-runtime", "--artifacts-path", folder + "-build", "-o", folder, $"-p:NuGetLockFilePath={folder}.lock.json"];
        var (exit, _, _) = await RunAsync("dotnet", [.. common, .. options]);
        return exit == 0 ? Path.Combine(folder, "Sluice.Benchmarks.Start") : null;
    }

    private static async Task<StartRow> MeasureAsync(string name, string program, int runs)
    {
        var beyond = new double[runs];
        var instruments = new double[runs];
        for (var run = -1; run < runs; run++)
        {
            var (_, _, empty) = await RunAsync(program, ["empty"]);
            var (_, _, watched) = await RunAsync(program, ["instruments"]);
            var (exit, output, whole) = await RunAsync(program, ["delta"]);
            if (exit != 0)
                throw new InvalidOperationException($"{program} ended with {exit}: {output}");
            if (run < 0)
                continue; // the files are in memory now
            beyond[run] = (whole - empty).TotalMilliseconds;
            instruments[run] = (watched - empty).TotalMilliseconds;
        }

        Array.Sort(beyond);
        Array.Sort(instruments);
        return new(name, runs, beyond[runs / 2], beyond[runs / 4], beyond[runs * 3 / 4], instruments[runs / 2]);
    }

    private static async Task<(int Exit, string Output, TimeSpan Elapsed)> RunAsync(string program, string[] arguments)
    {
        var info = new ProcessStartInfo(program) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in arguments)
            info.ArgumentList.Add(argument);
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(info)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, Stopwatch.GetElapsedTime(start));
    }
}

/// <summary>What a start costs beyond an empty program, in milliseconds, and what the first activity source and meter alone cost.</summary>
internal sealed record StartRow(string Name, int Runs, double Milliseconds, double Low, double High, double Instruments);
