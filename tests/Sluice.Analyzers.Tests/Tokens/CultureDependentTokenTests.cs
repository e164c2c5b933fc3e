using Sluice.Analyzers.Tests.Flow;
using Sluice.Analyzers.Values;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Tokens;

/// <summary>SLC213.</summary>
public sealed class CultureDependentTokenTests
{
    [Test]
    public Task Time() => Verify<ConnectorValueAnalyzer>.Reports(
        Connectors.Of("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>({|SLC213:new DateTimeOffset(change.Number, TimeSpan.Zero).ToString()|}, change.Uid); }"),
        ("SLC213", "'new DateTimeOffset(change.Number, TimeSpan.Zero).ToString()' depends on the culture of the machine, so a token may be read back as another position; use the format \"O\" and CultureInfo.InvariantCulture"));

    [Test]
    public Task Number() => Verify<ConnectorValueAnalyzer>.Reports(
        Connectors.Of("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>($\"{change.Number}/{|SLC213:{change.Number / 2.0}|}\", change.Uid); }"),
        ("SLC213", "'{change.Number / 2.0}' depends on the culture of the machine, so a token may be read back as another position; use CultureInfo.InvariantCulture"));

    [Test]
    public Task Precision() => Verify<ConnectorValueAnalyzer>.Reports(
        Connectors.Of("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { var time = DateTimeOffset.UnixEpoch; foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>({|SLC213:time.ToString(\"u\")|}, change.Uid); }"),
        ("SLC213", "'time.ToString(\"u\")' drops the fractions of a second, so changes within one second are lost or repeated; use the format \"O\""));

    [Test]
    public Task Parsed() => Verify<ConnectorValueAnalyzer>.Reports(
        Connectors.Of("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(string? after) { var from = after is null ? 0 : {|SLC213:double.Parse(after)|}; foreach (var change in _feed.After((long)from)) yield return SyncDelta.Delete<Person>(change.Number, change.Uid); }"),
        ("SLC213", "'double.Parse(after)' depends on the culture of the machine, so a token may be read back as another position; use CultureInfo.InvariantCulture"));

    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { DateTime? time = new DateTime(1); foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>({|SLC213:time.ToString()|} ?? \"x\", change.Uid); }", TestName = "Culture: nullable")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { DateTime time = new DateTime(1); foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>({|SLC213:time|} + \"/\" + change.Uid, change.Uid); }", TestName = "Culture: a sum")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { var time = new DateTime(1); foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(string.Format(\"{0}/{1}\", {|SLC213:time|}, change.Uid), change.Uid); }", TestName = "Culture: formatted")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { var time = new DateTime(1); foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(string.Create(System.Globalization.CultureInfo.InvariantCulture, $\"{|SLC213:{time}|}/{change.Uid}\"), change.Uid); }", TestName = "Culture: the culture is right, the format is not")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { var time = new DateTime(1); foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>({|SLC213:time.ToString(\"g\", System.Globalization.CultureInfo.CurrentCulture)|}, change.Uid); }", TestName = "Culture: the machine's culture by name")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>({|SLC213:Convert.ToString(change.Number / 2.0)|}, change.Uid); }", TestName = "Culture: converted")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(string? after) { if (!{|SLC213:DateTimeOffset.TryParse(after, out var from)|}) from = default; foreach (var change in _feed.After(from.Ticks)) yield return SyncDelta.Delete<Person>(change.Number, change.Uid); }", TestName = "Culture: tried")]
    public Task Reported(string members) => Verify<ConnectorValueAnalyzer>.Reports(Connectors.Of(members));

    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(change.Number.ToString(), change.Uid); }", TestName = "Invariant: a whole number")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>($\"{change.Number}/{Guid.Empty}/{change.Uid}\", change.Uid); }", TestName = "Invariant: numbers and guids")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(string? after) { var from = after is null ? 0 : long.Parse(after); foreach (var change in _feed.After(from)) yield return SyncDelta.Delete<Person>(change.Number, change.Uid); }", TestName = "Invariant: a number is parsed")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(new DateTimeOffset(change.Number, TimeSpan.Zero).ToString(\"O\"), change.Uid); }", TestName = "Invariant: the round trip format")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(FormattableString.Invariant($\"{change.Number / 2.0}/{new DateTimeOffset(change.Number, TimeSpan.Zero):O}\"), change.Uid); }", TestName = "Invariant: invariant interpolation")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>((change.Number / 2.0).ToString(System.Globalization.CultureInfo.InvariantCulture), change.Uid); }", TestName = "Invariant: invariant number")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(new DateTime(change.Number).ToString(\"yyyyMMddHHmmss'Z'\", System.Globalization.CultureInfo.InvariantCulture), change.Uid); }", TestName = "Invariant: generalized time")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(DateOnly.MinValue.ToString(\"yyyy-MM-dd\", System.Globalization.CultureInfo.InvariantCulture), change.Uid); }", TestName = "Invariant: a day")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { foreach (var change in _feed.After(after)) { _feed.Log(DateTime.Now.ToString()); yield return SyncDelta.Delete<Person>(change.Number, change.Uid); } }", TestName = "Invariant: a log")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { foreach (var change in _feed.After(after)) { if (DateTime.Parse(change.Uid) > DateTime.MinValue) yield return SyncDelta.Delete<Person>(change.Number, change.Uid); } }", TestName = "Invariant: a value of the source")]
    public Task Left_alone(string members) => Verify<ConnectorValueAnalyzer>.Clean(Connectors.Of(members));

    [Test]
    public Task In_a_codec() => Verify<ConnectorValueAnalyzer>.Reports("""
        using System;
        using Sluice;

        public readonly record struct Position(double Value, DateTime Time) : ISyncTokenCodec<Position>
        {
            public static string Encode(Position value) => Text(value) + "|" + {|SLC213:value.Time.ToString("s")|};

            public static Position Decode(string text)
            {
                if (!text.Contains('|'))
                    throw new FormatException($"{DateTime.Now}: '{text}' is no position.");
                return new({|SLC213:double.Parse(text.Split('|')[0])|}, {|SLC213:DateTime.Parse(text.Split('|')[1])|});
            }

            private static string Text(Position value) => {|SLC213:value.Value.ToString("R")|};

            public override string ToString() => $"at {Time}";
        }
        """);
}
