using Sluice.Analyzers.Shape;
using Sluice.Analyzers.Tests.Shape;
using Sluice.CodeFixes;
using Sluice.CodeFixes.Tokens;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Tokens;

/// <summary>SLC208, SLC210 and SLC211: the types that tokens are given and taken in.</summary>
public sealed class TokenTypeTests
{
    private const string Sync = "[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) => [];";
    private const string Latest = "[LatestSyncToken<Person>] public long? Latest() => null;";
    private const string Known = "string, long, int, bool, double, byte[], DateTimeOffset, or a type that is its own ISyncTokenCodec";

    private const string Codec = """

        public readonly record struct Position(long File) : ISyncTokenCodec<Position>
        {
            public static string Encode(Position value) => value.File.ToString(System.Globalization.CultureInfo.InvariantCulture);
            public static Position Decode(string text) => new(long.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
        }
        """;

    [TestCase("[LatestSyncToken<Person>] public string? {|SLC208:Latest|}() => null; " + Sync, "'Latest' answers string?, but 'Sync' goes on after long?, so a sync from the latest token fails; use one type for both")]
    [TestCase("[LatestSyncToken<Person>] public Task<DateTimeOffset> {|SLC208:LatestAsync|}() => throw new NotSupportedException(); " + Sync, "'LatestAsync' answers DateTimeOffset, but 'Sync' goes on after long?, so a sync from the latest token fails; use one type for both")]
    [TestCase("[LatestSyncToken<Person>] public long? {|SLC208:Latest|}() => null; [Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(Position? after) => [];", "'Latest' answers long?, but 'Sync' goes on after Position?, so a sync from the latest token fails; use one type for both")]
    [TestCase("[LatestSyncToken(\"a\", \"b\")] public long? {|SLC208:Latest|}(ObjectClass c) => null; [Sync(\"a\")] public IEnumerable<SyncDelta> A(long? after) => []; [Sync(\"b\")] public SyncPage B(byte[]? after, int pageSize) => throw new NotSupportedException();", "'Latest' answers long?, but 'B' goes on after byte[]?, so a sync from the latest token fails; use one type for both")]
    [TestCase("[LatestSyncToken<Person>] public DateTime? {|SLC210:Latest|}() => null; " + Sync, "'Latest' with [LatestSyncToken<Person>] answers DateTime?, which is no token type: use " + Known + "; the nearest documented shape is 'long? Latest(CancellationToken cancellation)'")]
    [TestCase(Latest + "[Sync<Person>] public IEnumerable<SyncDelta<Person>> {|SLC210:Sync|}(Guid? after) => [];", "'Sync' with [Sync<Person>] takes 'Guid? after', which is no token type: use " + Known + "; the nearest documented shape is 'IEnumerable<SyncDelta<Person>> Sync(long? after)'")]
    [TestCase(Latest + "[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync({|SLC211:long|} after) => [];", "A first run has no token, but 'after' of 'Sync' cannot be null and is given its type's default; make it long? and read from the beginning where it is null")]
    [TestCase("[LatestSyncToken<Person>] public SyncToken? Latest() => null; [Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(in {|SLC211:SyncToken|} after) => [];", "A first run has no token, but 'after' of 'Sync' cannot be null and is given its type's default; make it SyncToken? and read from the beginning where it is null")]
    public Task Reported(string members, string message) => Verify<ConnectorShapeAnalyzer>.Reports(
        ConnectorSource.With(members) + Codec,
        (message.Contains("no token type", StringComparison.Ordinal) ? "SLC210" : message.StartsWith("A first", StringComparison.Ordinal) ? "SLC211" : "SLC208", message));

    [TestCase("[LatestSyncToken<Person>] public int Latest() => 1; " + Sync, TestName = "One type: numbers are converted")]
    [TestCase("[LatestSyncToken<Person>] public SyncToken? Latest() => null; " + Sync, TestName = "One type: a token says nothing")]
    [TestCase("[LatestSyncToken<Person>] public string Latest() => \"1\"; [Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(Position? after) => [];", TestName = "One type: a codec travels as text")]
    [TestCase("[LatestSyncToken<Person>] public Position? Latest() => null; [Sync<Person>] public SyncPage<Person> Sync(Position? after, int pageSize) => throw new NotSupportedException();", TestName = "One type: a page size is no token")]
    [TestCase(Latest + "[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(OperationOptions options, long? after, bool deep = true) => [];", TestName = "One type: what can be left out is no token")]
    public Task Left_alone(string members) => Verify<ConnectorShapeAnalyzer>.Clean(ConnectorSource.With(members) + Codec);

    [Test]
    public Task Null_is_given_to_what_takes_it() => Verify<ConnectorShapeAnalyzer, NullableTokenFix>.Fixes(
        ConnectorSource.With("    " + Latest + """

                [Sync<Person>]
                public IEnumerable<SyncDelta<Person>> Sync(
                    {|SLC211:long|} after, // where it stopped
                    CancellationToken cancellation)
                    => Read(after, cancellation);

                private static IEnumerable<SyncDelta<Person>> Read(long? after, CancellationToken cancellation) => after is null || cancellation.IsCancellationRequested ? [] : [];
            """),
        ConnectorSource.With("    " + Latest + """

                [Sync<Person>]
                public IEnumerable<SyncDelta<Person>> Sync(
                    long? after, // where it stopped
                    CancellationToken cancellation)
                    => Read(after, cancellation);

                private static IEnumerable<SyncDelta<Person>> Read(long? after, CancellationToken cancellation) => after is null || cancellation.IsCancellationRequested ? [] : [];
            """));

    [TestCase("foreach (var one in _log) if (one.Token.AsInt64() > after) yield return one;", "foreach (var one in _log) if (after is null || one.Token.AsInt64() > after) yield return one;")]
    [TestCase("foreach (var one in _log) { if (one.Token.AsInt64() <= after) continue; yield return one; }", "foreach (var one in _log) { if (one.Token.AsInt64() <= after) continue; yield return one; }")]
    [TestCase("foreach (var one in _log.FindAll(one => after < one.Token.AsInt64() && one.Uid != \"1\")) yield return one;", "foreach (var one in _log.FindAll(one => (after is null || after < one.Token.AsInt64()) && one.Uid != \"1\")) yield return one;")]
    public Task Everything_comes_after_no_token(string before, string after) => Verify<ConnectorShapeAnalyzer, NullableTokenFix>.Fixes(
        ConnectorSource.With($"{Latest} private readonly List<SyncDelta<Person>> _log = []; [Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync({{|SLC211:long|}} after) {{ {before} }}"),
        ConnectorSource.With($"{Latest} private readonly List<SyncDelta<Person>> _log = []; [Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) {{ {after} }}"));

    [TestCase("long", "after == 0 ? [] : Read(1)", TestName = "Offers nothing: it is compared with its default")]
    [TestCase("long", "Read(after)", TestName = "Offers nothing: what it is given to takes no null")]
    [TestCase("long", "Read(after.GetHashCode())", TestName = "Offers nothing: it is asked something")]
    [TestCase("long", "Read($\"{after}\".Length)", TestName = "Offers nothing: it is formatted")]
    [TestCase("long", "Read(string.Concat(\"after \", after).Length)", TestName = "Offers nothing: it is boxed")]
    public Task Offers_nothing(string type, string body) => Verify<ConnectorShapeAnalyzer, NullableTokenFix>.OffersNothing(
        ConnectorSource.With($"{Latest} [Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync({{|SLC211:{type}|}} after) => {body}; private static IEnumerable<SyncDelta<Person>> Read(long after) => after > 0 ? [] : [];"));

    [Test]
    public Task Another_type_is_offered_for_what_is_no_token() => Verify<ConnectorShapeAnalyzer, OperationShapeFix>.Fixes(
        ConnectorSource.With(Latest + " [Sync<Person>] public IEnumerable<SyncDelta<Person>> {|SLC210:Sync|}(TimeSpan? after) => [];"),
        ConnectorSource.With(Latest + " [Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) => [];"));
}
