using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.TestKit.Browser.Tests;

/// <summary>
/// A headless Chromium with one page, spoken to over the DevTools protocol: what the checks need of a browser is a dozen
/// commands, and a browser library weighs as much as the browser.
/// </summary>
internal sealed class Chromium : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _profile;
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<int, TaskCompletionSource<JsonNode>> _pending = [];
    private readonly Dictionary<string, TaskCompletionSource> _events = new(StringComparer.Ordinal);
    private Task _reading = Task.CompletedTask;
    private Task _draining = Task.CompletedTask;
    private string? _session;
    private int _last;

    private Chromium(Process process, string profile)
    {
        _process = process;
        _profile = profile;
    }

    /// <summary>Every address that the page asked for.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>What the page wrote to the console, and what the browser found wrong with it.</summary>
    public List<string> Complaints { get; } = [];

    public static async Task<Chromium> StartAsync(CancellationToken cancellation)
    {
        var profile = Directory.CreateTempSubdirectory("sluice-chromium-").FullName;
        var start = new ProcessStartInfo("chromium") { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])
            ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--remote-debugging-port=0", "--user-data-dir=" + profile, "about:blank"])
        {
            start.ArgumentList.Add(argument);
        }

        var chromium = new Chromium(Process.Start(start)!, profile);
        try
        {
            await chromium.ConnectAsync(cancellation);
            return chromium;
        }
        catch
        {
            await chromium.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens a page and waits until it is loaded.</summary>
    public async Task OpenAsync(string address, CancellationToken cancellation)
    {
        lock (_gate)
        {
            Requests.Clear();
            Complaints.Clear();
        }

        var loaded = Next("Page.loadEventFired");
        await SendAsync("Page.navigate", new JsonObject { ["url"] = address }, cancellation);
        await loaded.WaitAsync(cancellation);
    }

    /// <summary>How wide the window is, which colours the reader prefers, and whether it is for paper.</summary>
    public async Task ShowAsync(int width, string scheme, string media, CancellationToken cancellation)
    {
        await SendAsync(
            "Emulation.setDeviceMetricsOverride",
            new JsonObject { ["width"] = width, ["height"] = 1600, ["deviceScaleFactor"] = 1, ["mobile"] = width < 500 },
            cancellation);
        await SendAsync(
            "Emulation.setEmulatedMedia",
            new JsonObject { ["media"] = media, ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = scheme }) },
            cancellation);
    }

    /// <summary>The value of an expression in the page.</summary>
    public async Task<JsonNode?> EvaluateAsync(string expression, CancellationToken cancellation)
    {
        var answer = await SendAsync("Runtime.evaluate", new JsonObject { ["expression"] = expression, ["returnByValue"] = true, ["awaitPromise"] = true }, cancellation);
        return answer["exceptionDetails"] is { } error ? throw new InvalidOperationException(error.ToJsonString()) : answer["result"]?["value"];
    }

    public async Task<byte[]> PrintAsync(CancellationToken cancellation) =>
        Convert.FromBase64String((string)(await SendAsync("Page.printToPDF", new JsonObject { ["printBackground"] = false, ["preferCSSPageSize"] = true }, cancellation))["data"]!);

    /// <summary>What the window shows.</summary>
    public async Task<byte[]> ScreenshotAsync(CancellationToken cancellation) =>
        Convert.FromBase64String((string)(await SendAsync("Page.captureScreenshot", new JsonObject { ["format"] = "png" }, cancellation))["data"]!);

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _draining.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _closing.Dispose();
        Directory.Delete(_profile, recursive: true);
    }

    private async Task ConnectAsync(CancellationToken cancellation)
    {
        const string announcement = "DevTools listening on ";
        string? line;
        do
        {
            line = await _process.StandardError.ReadLineAsync(cancellation)
                ?? throw new InvalidOperationException("chromium ended before it said where it listens.");
        }
        while (!line.StartsWith(announcement, StringComparison.Ordinal));

        // Chromium complains for as long as it lives; nobody reads it, but the pipes must not fill.
        _draining = Task.WhenAll(_process.StandardError.BaseStream.CopyToAsync(Stream.Null, _closing.Token), _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, _closing.Token));

        await _socket.ConnectAsync(new Uri(line[announcement.Length..]), cancellation);
        _reading = ReadAsync();
        var target = await SendAsync("Target.createTarget", new JsonObject { ["url"] = "about:blank" }, cancellation);
        var attached = await SendAsync("Target.attachToTarget", new JsonObject { ["targetId"] = (string)target["targetId"]!, ["flatten"] = true }, cancellation);
        _session = (string)attached["sessionId"]!;
        foreach (var domain in (string[])["Page", "Runtime", "Network", "Log"])
            await SendAsync(domain + ".enable", [], cancellation);
    }

    private Task Next(string method)
    {
        lock (_gate)
        {
            var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _events[method] = waiting;
            return waiting.Task;
        }
    }

    private async Task<JsonNode> SendAsync(string method, JsonObject parameters, CancellationToken cancellation)
    {
        var answer = new TaskCompletionSource<JsonNode>(TaskCreationOptions.RunContinuationsAsynchronously);
        int id;
        lock (_gate)
        {
            id = ++_last;
            _pending[id] = answer;
        }

        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (_session is not null)
            message["sessionId"] = _session;
        await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, cancellation);
        return await answer.Task.WaitAsync(cancellation);
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                using var message = new MemoryStream();
                WebSocketReceiveResult part;
                do
                {
                    part = await _socket.ReceiveAsync(buffer, _closing.Token);
                    message.Write(buffer, 0, part.Count);
                }
                while (!part.EndOfMessage);
                Take(JsonNode.Parse(message.GetBuffer().AsSpan(0, (int)message.Length))!);
            }
        }
        catch (Exception exception)
        {
            lock (_gate)
            {
                foreach (var waiting in _pending.Values)
                    waiting.TrySetException(new InvalidOperationException("The connection to chromium ended.", exception));
            }
        }
    }

    private void Take(JsonNode message)
    {
        lock (_gate)
        {
            if (message["id"] is { } id && _pending.Remove((int)id, out var answer))
            {
                if (message["error"] is { } error)
                    answer.SetException(new InvalidOperationException(error.ToJsonString()));
                else
                    answer.SetResult(message["result"]!);
                return;
            }

            var parameters = message["params"];
            switch ((string?)message["method"])
            {
                case "Network.requestWillBeSent":
                    Requests.Add((string)parameters!["request"]!["url"]!);
                    break;
                case "Runtime.consoleAPICalled" or "Runtime.exceptionThrown" or "Log.entryAdded":
                    Complaints.Add(parameters!.ToJsonString());
                    break;
                case { } method when _events.Remove(method, out var waiting):
                    waiting.SetResult();
                    break;
                default:
                    break;
            }
        }
    }
}
