using Sluice.Analyzers.Tests.Flow;
using Sluice.Analyzers.Values;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Tokens;

/// <summary>SLC209.</summary>
public sealed class ClockTokenTests
{
    [Test]
    public Task Latest() => Verify<ConnectorValueAnalyzer>.Reports(
        Connectors.Of("[LatestSyncToken<Person>] public DateTimeOffset? Latest() => {|SLC209:DateTimeOffset.UtcNow|};"),
        ("SLC209", "'Latest' takes the latest token from the clock of this machine, and changes are lost by as much as it differs from the source's; use a position that the source gives"));

    [Test]
    public Task Delta() => Verify<ConnectorValueAnalyzer>.Reports(
        Connectors.Of("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>({|SLC209:DateTime.Now|}.Ticks, change.Uid); }"),
        ("SLC209", "'Sync' takes the token of a delta from the clock of this machine, and changes are lost by as much as it differs from the source's; use a position that the source gives"));

    [TestCase("[LatestSyncToken<Person>] public long? Latest() => {|SLC209:Environment.TickCount64|};", TestName = "Clock: ticks of the machine")]
    [TestCase("[LatestSyncToken<Person>] public long? Latest() => {|SLC209:System.Diagnostics.Stopwatch.GetTimestamp()|};", TestName = "Clock: stopwatch")]
    [TestCase("private readonly TimeProvider _clock = TimeProvider.System; [LatestSyncToken<Person>] public long? Latest() => _clock is null ? null : {|SLC209:_clock.GetUtcNow()|}.ToUnixTimeMilliseconds();", TestName = "Clock: time provider")]
    [TestCase("[LatestSyncToken<Person>] public async ValueTask<string?> Latest() { await Task.Yield(); var now = {|SLC209:DateTimeOffset.Now|}; return now.ToString(\"O\", System.Globalization.CultureInfo.InvariantCulture); }", TestName = "Clock: asynchronous, as a text")]
    [TestCase("[LatestSyncToken<Person>] public DateTimeOffset? Latest() => {|SLC209:DateTimeOffset.UtcNow|}.AddMinutes(-5);", TestName = "Clock: a margin")]
    [TestCase("[LatestSyncToken<Person>] public long? Latest() => _feed.LatestOrNull() ?? {|SLC209:DateTime.UtcNow|}.Ticks;", TestName = "Clock: where the source has none")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { var from = Now; foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(from, change.Uid); } private static long Now => {|SLC209:DateTime.UtcNow|}.Ticks;", TestName = "Clock: property of the connector")]
    public Task Reported(string members) => Verify<ConnectorValueAnalyzer>.Reports(Connectors.Of(members));

    [TestCase("[LatestSyncToken<Person>] public long? Latest() { _feed.Log(DateTime.UtcNow.Ticks.ToString()); return _feed.Latest(); }", TestName = "No clock: logged")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { var started = DateTime.UtcNow; foreach (var change in _feed.After(after)) { if (DateTime.UtcNow - started > TimeSpan.FromHours(1)) yield break; yield return SyncDelta.Delete<Person>(change.Number, change.Uid); } }", TestName = "No clock: measured")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { var number = 0L; var at = DateTime.UtcNow.Ticks; foreach (var change in _feed.After(after)) { number = change.Number; yield return SyncDelta.Delete<Person>($\"{number}/{at}\", change.Uid); } }", TestName = "No clock: beside a number")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { var token = DateTime.UtcNow.Ticks; foreach (var change in _feed.After(after)) { token = change.Number; yield return SyncDelta.Delete<Person>(token, change.Uid); } }", TestName = "No clock: replaced")]
    [TestCase("[LatestSyncToken<Person>] public long? Latest() => Ask(DateTime.UtcNow); private long Ask(DateTime until) { return until.Year > 2000 ? _feed.Latest() : 0; }", TestName = "No clock: asked with")]
    [TestCase("[LatestSyncToken<Person>] public DateTimeOffset? Latest() => File.GetLastWriteTimeUtc(\"people.csv\");", TestName = "No clock: time of a file")]
    public Task Left_alone(string members) => Verify<ConnectorValueAnalyzer>.Clean(Connectors.Of(members));
}
