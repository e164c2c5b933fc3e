using System.Diagnostics;

namespace Sluice.Quickstart.Tests;

/// <summary>The sample in a process of its own, its output redirected.</summary>
internal sealed class QuickstartProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private QuickstartProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    public static QuickstartProcess Start(string data, params string[] arguments) => new(Process.Start(new ProcessStartInfo(
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
        ["exec", Path.Combine(AppContext.BaseDirectory, "Quickstart.dll"), "--data", data, .. arguments])
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!);

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(string data, params string[] arguments)
    {
        using var process = Start(data, arguments);
        var output = await process._process.StandardOutput.ReadToEndAsync();
        var (code, errors) = await process.EndAsync();
        return (code, output, errors);
    }

    /// <summary>The next line, without waiting for more; null at the end.</summary>
    public async Task<string?> NextLineAsync() => await _process.StandardOutput.ReadLineAsync();

    /// <summary>SIGKILL: no handler, no finally, no flush.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async Task<(int Code, string Errors)> EndAsync()
    {
        await _process.StandardOutput.ReadToEndAsync();
        var errors = await _errors;
        await _process.WaitForExitAsync();
        return (_process.ExitCode, errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
