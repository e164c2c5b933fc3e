using Sluice.Analyzers.Tests.Flow;
using Sluice.Analyzers.Values;
using Sluice.CodeFixes.Tokens;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Tokens;

/// <summary>SLC213, the code fix.</summary>
public sealed class CultureDependentTokenFixTests
{
    [Test]
    public Task Times() => Verify<ConnectorValueAnalyzer, CultureDependentTokenFix>.Fixes(
        Sync("""
            var time = new DateTimeOffset(change.Number, TimeSpan.Zero);
            yield return SyncDelta.Delete<Person>({|SLC213:time.ToString()|}, "1");
            yield return SyncDelta.Delete<Person>({|SLC213:time.ToString("s")|}, "2");
            yield return SyncDelta.Delete<Person>({|SLC213:time.ToString("yyyy-MM-dd HH:mm:ss", null)|}, "3"); // as it was
            yield return SyncDelta.Delete<Person>($"{change.Uid}/{|SLC213:{time}|}/{|SLC213:{time.UtcDateTime:u}|}", "4");
            yield return SyncDelta.Delete<Person>({|SLC213:time|} + "/" + change.Uid, "5");
            """),
        Sync("""
            var time = new DateTimeOffset(change.Number, TimeSpan.Zero);
            yield return SyncDelta.Delete<Person>(time.ToString("O", global::System.Globalization.CultureInfo.InvariantCulture), "1");
            yield return SyncDelta.Delete<Person>(time.ToString("O", global::System.Globalization.CultureInfo.InvariantCulture), "2");
            yield return SyncDelta.Delete<Person>(time.ToString("O", global::System.Globalization.CultureInfo.InvariantCulture), "3"); // as it was
            yield return SyncDelta.Delete<Person>($"{change.Uid}/{time:O}/{time.UtcDateTime:O}", "4");
            yield return SyncDelta.Delete<Person>(time.ToString("O", global::System.Globalization.CultureInfo.InvariantCulture) + "/" + change.Uid, "5");
            """));

    [Test]
    public Task Numbers() => Verify<ConnectorValueAnalyzer, CultureDependentTokenFix>.Fixes(
        Sync("""
            var half = change.Number / 2.0;
            yield return SyncDelta.Delete<Person>({|SLC213:half.ToString()|}, "1");
            yield return SyncDelta.Delete<Person>({|SLC213:half.ToString("R")|}, "2");
            yield return SyncDelta.Delete<Person>($"{change.Uid}/{|SLC213:{half}|}/{|SLC213:{half + 1}|}", "3");
            yield return SyncDelta.Delete<Person>({|SLC213:Convert.ToString(half)|}, "4");
            """),
        Sync("""
            var half = change.Number / 2.0;
            yield return SyncDelta.Delete<Person>(half.ToString(global::System.Globalization.CultureInfo.InvariantCulture), "1");
            yield return SyncDelta.Delete<Person>(half.ToString("R", global::System.Globalization.CultureInfo.InvariantCulture), "2");
            yield return SyncDelta.Delete<Person>($"{change.Uid}/{half.ToString(global::System.Globalization.CultureInfo.InvariantCulture)}/{(half + 1).ToString(global::System.Globalization.CultureInfo.InvariantCulture)}", "3");
            yield return SyncDelta.Delete<Person>(Convert.ToString(half, global::System.Globalization.CultureInfo.InvariantCulture), "4");
            """));

    [Test]
    public Task A_codec_with_the_namespace_at_hand() => Verify<ConnectorValueAnalyzer, CultureDependentTokenFix>.Fixes(
        Codec("{|SLC213:value.Value.ToString()|}", "{|SLC213:double.Parse(text)|}", "{|SLC213:double.TryParse(text, out var number)|}"),
        Codec("value.Value.ToString(CultureInfo.InvariantCulture)", "double.Parse(text, CultureInfo.InvariantCulture)", "double.TryParse(text, CultureInfo.InvariantCulture, out var number)"));

    private static Sources Sync(string body) => Connectors.Sync($$"""
            {
                foreach (var change in _feed.After(after))
                {
        {{body}}
                }
            }
        """, "long? after", "IEnumerable<SyncDelta<Person>>");

    private static Sources Codec(string encode, string decode, string tried) => $$"""
        using System.Globalization;
        using Sluice;

        public readonly record struct Position(double Value) : ISyncTokenCodec<Position>
        {
            public static string Encode(Position value) => {{encode}};

            public static Position Decode(string text) => {{tried}} && number > 0 ? new({{decode}}) : default;

            public static string Culture => CultureInfo.InvariantCulture.Name;
        }
        """;
}
