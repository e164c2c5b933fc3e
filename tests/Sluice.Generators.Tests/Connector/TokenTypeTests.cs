namespace Sluice.Generators.Tests.Connector;

/// <summary>Every token type goes in and comes out.</summary>
public sealed class TokenTypeTests
{
    private const string Codecs = """
        public readonly record struct Lsn(long Number) : ISyncTokenCodec<Lsn>, IComparable<Lsn>
        {
            public static string Encode(Lsn value) => $"{value.Number}";
            public static Lsn Decode(string text) => new(long.Parse(text));
            public int CompareTo(Lsn other) => Number.CompareTo(other.Number);
        }

        public sealed record Cursor(string Text) : ISyncTokenCodec<Cursor>
        {
            public static string Encode(Cursor value) => value.Text;
            public static Cursor Decode(string text) => new(text);
        }
        """;

    private const string Scenario = """
        public static class Scenario
        {
            public static string Seen { get; set; } = "";

            public static async Task<string> Run()
            {
                foreach (var connector in Consumer.ConnectorCatalog.All)
                {
                    await using var facade = connector.CreateFacade(new Dictionary<string, object?>());
                    var position = await facade.GetLatestSyncTokenAsync(ObjectClass.Account);
                    Seen += $"\n{position}";
                    foreach (var from in new[] { SyncPosition.Beginning, position })
                        await facade.SyncAsync(new SyncRun(ObjectClass.Account, from), SyncHandler.FromAsync((delta, _) => new(SyncAnswer.Continue)));
                }

                return Seen.Trim();
            }
        }
        """;

    [TestCase("SyncToken?", "5L", "after:int64:5 [] [int64:5]")]
    [TestCase("SyncToken", "5L", "after:int64:5 [] [int64:5]")]
    [TestCase("long?", "5L", "after:int64:5 [] [5]")]
    [TestCase("long", "5L", "after:int64:5 [0] [5]")]
    [TestCase("int?", "5", "after:int32:5 [] [5]")]
    [TestCase("int", "5", "after:int32:5 [0] [5]")]
    [TestCase("double?", "1.5", "after:double:1.5 [] [1.5]")]
    [TestCase("bool?", "true", "after:boolean:true [] [True]")]
    [TestCase("string?", "\"a\"", "after:text:a [] [a]")]
    [TestCase("string", "\"a\"", "after:text:a [] [a]")]
    [TestCase("byte[]?", "new byte[] { 1, 2 }", "after:bytes:AQI= [] [AQI=]")]
    [TestCase("DateTimeOffset?", "DateTimeOffset.UnixEpoch", "after:time:1970-01-01T00:00:00.0000000+00:00 [] [01/01/1970 00:00:00 +00:00]")]
    [TestCase("Lsn?", "new Lsn(5)", "after:text:5 [] [Lsn { Number = 5 }]")]
    [TestCase("Lsn", "new Lsn(5)", "after:text:5 [Lsn { Number = 0 }] [Lsn { Number = 5 }]")]
    [TestCase("Cursor?", "new Cursor(\"x\")", "after:text:x [] [Cursor { Text = x }]")]
    [TestCase("Cursor", "new Cursor(\"x\")", "after:text:x [] [Cursor { Text = x }]")]
    public async Task GoesInAndComesOut(string type, string value, string expected)
    {
        var connectors = new[] { (type, value), ($"Task<{type}>", $"Task.FromResult<{type}>({value})"), ($"ValueTask<{type}>", $"new({value})") }.Select((latest, i) => $$"""
            [Connector("c{{i}}")]
            public sealed partial class C{{i}}
            {
                [LatestSyncToken<Person>] public {{latest.Item1}} Latest() => {{latest.Item2}};

                [Sync<Person>]
                public IEnumerable<SyncDelta<Person>> Sync({{type}} after)
                {
                    Scenario.Seen += $" [{{{(type.StartsWith("byte", StringComparison.Ordinal) ? "(after is null ? null : Convert.ToBase64String(after))" : "FormattableString.Invariant($\"{after}\")")}}}]";
                    return [];
                }
            }
            """);
        Assert.That(await ConnectorProject.Execute(Codecs, Scenario, string.Join("\n", connectors)), Is.EqualTo($"{expected}\n{expected}\n{expected}"));
    }

    [TestCase("SyncToken?", "null")]
    [TestCase("long?", "null")]
    [TestCase("string?", "null")]
    [TestCase("byte[]?", "null")]
    [TestCase("Lsn?", "null")]
    [TestCase("Cursor?", "null")]
    public async Task NullIsTheBeginning(string type, string value) => Assert.That(
        await ConnectorProject.Execute(Codecs, $$"""
            [Connector("c")]
            public sealed partial class C
            {
                [LatestSyncToken<Person>] public {{type}} Latest() => {{value}};
                [Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync({{type}} after) => [];
            }

            public static class Scenario
            {
                public static async Task<string> Run()
                {
                    await using var facade = C.CreateFacade();
                    return $"{await facade.GetLatestSyncTokenAsync(ObjectClass.Account)}";
                }
            }
            """),
        Is.EqualTo("beginning"));

    [Test]
    public async Task TheOrderOfATokenTypeIsChecked([Values("Lsn", "Cursor")] string type) => Assert.That(
        await ConnectorProject.Execute(Codecs, $$"""
            [Connector("c")]
            public sealed partial class C
            {
                [LatestSyncToken<Person>] public {{type}}? Latest() => null;
                [Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync({{type}}? after) => [Delta("10"), Delta("9")];

                private static SyncDelta<Person> Delta(string token) => SyncDelta.Delete<Person>(SyncToken.From({{type}}.Decode(token)), token);
            }

            public static class Scenario
            {
                public static async Task<string> Run()
                {
                    await using var facade = C.CreateFacade();
                    try
                    {
                        var result = await facade.SyncAsync(new SyncRun(ObjectClass.Account, SyncPosition.Beginning), SyncHandler.FromAsync((delta, _) => new(SyncAnswer.Continue)));
                        return $"{result.Position}";
                    }
                    catch (SyncLawException exception)
                    {
                        return $"{exception.LawId}";
                    }
                }
            }
            """),
        Is.EqualTo(type == "Lsn" ? "SLC206" : "after:text:9"));
}
