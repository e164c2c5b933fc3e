using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Sluice.Tests.Runtime.Scripted;

/// <summary>Keeps what a facade logs.</summary>
internal sealed class RecordingLog : ILoggerFactory, ILogger
{
    public ConcurrentQueue<(LogLevel Level, int Id, string Text, Exception? Exception)> Entries { get; } = new();

    public FacadeSettings Settings => new() { LoggerFactory = this };

    public FacadeSettings Lenient => new() { LoggerFactory = this, Lenient = true };

    public IEnumerable<int> Ids => Entries.Select(entry => entry.Id);

    /// <summary>The laws that were logged as broken, in order.</summary>
    public string[] Broken => [.. Entries.Where(entry => entry.Id == 3).Select(entry => ((ConnectorException)entry.Exception!).LawId!)];

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Entries.Enqueue((logLevel, eventId.Id, formatter(state, exception), exception));
}
