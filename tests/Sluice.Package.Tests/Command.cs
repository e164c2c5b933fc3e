using System.Diagnostics;

namespace Sluice.Package.Tests;

/// <summary>Runs `dotnet` as a user does and returns what it printed.</summary>
internal static class Command
{
    public static async Task<string> Dotnet(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var (exitCode, printed) = await Try(folder, environment, arguments);

        Assert.That(exitCode, Is.Zero, $"dotnet {string.Join(' ', arguments)} in {folder}:\n{printed}");
        return printed;
    }

    public static async Task<(int ExitCode, string Printed)> Try(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // What the test host or the build around it was told must not reach the user's build.
        foreach (var inherited in start.Environment.Keys.Where(IsOfTheBuildAround).ToArray())
            start.Environment.Remove(inherited);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static bool IsOfTheBuildAround(string variable) =>
        variable.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || variable.Equals("Configuration", StringComparison.OrdinalIgnoreCase)
        || variable.Equals("CI", StringComparison.OrdinalIgnoreCase);
}
