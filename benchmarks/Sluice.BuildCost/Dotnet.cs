using System.Diagnostics;

namespace Sluice.BuildCost;

/// <summary>Runs `dotnet` as a user does.</summary>
internal static class Dotnet
{
    /// <summary>Where the machine keeps packages that were restored before.</summary>
    public static string PackageCache { get; } = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>Runs to the end; answers what was printed.</summary>
    public static async Task<string> RunAsync(string folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var inherited in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(inherited);
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().ConfigureAwait(false);
        var printed = await output.ConfigureAwait(false) + await errors.ConfigureAwait(false);
        return process.ExitCode == 0 ? printed : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} in {folder} failed:\n{printed}");
    }
}
