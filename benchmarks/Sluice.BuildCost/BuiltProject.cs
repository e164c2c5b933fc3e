using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Sluice.BuildCost;

/// <summary>A project on disk.</summary>
internal sealed partial class BuiltProject(string folder)
{
    /// <summary>Builds everything anew, with the compiler server that a user has.</summary>
    public async Task<TimeSpan> RebuildAsync(params IEnumerable<string> properties)
    {
        var start = Stopwatch.GetTimestamp();
        await Dotnet.RunAsync(folder, ["build", "--no-restore", "--no-incremental", "-p:UseSharedCompilation=true", .. properties]).ConfigureAwait(false);
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>What the compiler says about the time of each analyzer and generator of the package.</summary>
    public async Task<IEnumerable<string>> ReportAsync()
    {
        var printed = await Dotnet.RunAsync(folder, "build", "--no-restore", "--no-incremental", "-p:UseSharedCompilation=true", "-p:ReportAnalyzer=true", "-verbosity:detailed").ConfigureAwait(false);
        return printed.Split('\n').Select(line => line.TrimEnd()).Where(line => OfReport().IsMatch(line));
    }

    [GeneratedRegex(@"Total (analyzer|generator) execution time|^ *Time \(s\)|^ *<?[0-9.]+ +<?[0-9]+ +Sluice\.", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex OfReport();
}
