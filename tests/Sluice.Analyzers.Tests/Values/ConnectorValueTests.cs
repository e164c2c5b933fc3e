using System.Text;
using Sluice.Analyzers.Configuration;
using Sluice.Analyzers.Deltas;
using Sluice.Analyzers.Tests.Flow;
using Sluice.Analyzers.Values;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Values;

/// <summary>The look at values itself: its cost, and what it does with broken code.</summary>
public sealed class ConnectorValueTests
{
    private const string Showcase = """
            private static int s_runs;
            private string? _cookie;

            [LatestSyncToken<Person>] public string? Latest() => _cookie ?? (DateTime.UtcNow - TimeSpan.FromDays(1)).ToString();

            [Sync<Person>]
            public IEnumerable<SyncDelta<Person>> Sync(string? after)
            {
                s_runs++;
                using System.Data.Common.DbCommand command = null!;
                command.CommandText = $"SELECT id FROM p WHERE modified > '{after}'" + (s_runs > 1 ? " ORDER BY modified" : "");
                foreach (var (id, change) in new Dictionary<string, Change>())
                {
                    var token = Next(change.Number) ?? after;
                    _cookie = token;
                    yield return SyncDelta.Delete<Person>(token ?? "", id);
                }

                string? Next(double number) => number > 0 ? Next(number - 1) : number switch { 0 => $"{number}", _ => Text(number) };
            }

            private string Text(double number) { var text = ""; for (var i = 0; i < 10; i++) text = text + number + text; return text; }
        """;

    // Each variable comes from two others: without a memory that is two to the power of their number, which does not end.
    [TestCase("var a{0} = a{1} + a{1};", TestName = "Cost of values: sums of sums")]
    [TestCase("var a{0} = a{1} > 1 ? a{1} : a{1};", TestName = "Cost of values: choices of choices")]
    [TestCase("var a{0} = a{1}; a{0} = a{1};", TestName = "Cost of values: assigned twice")]
    public async Task Grows_with_the_number_of_variables(string line)
    {
        var body = new StringBuilder("{ var a0 = _feed.Latest();\n");
        for (var i = 1; i < 500; i++)
            body.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, line, i, i - 1).Append('\n');
        var sources = Connectors.Sync(body.Append("foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(a499, change.Uid); }").ToString(), "long? after", "IEnumerable<SyncDelta<Person>>");
        await Verify<ConnectorValueAnalyzer>.Clean(sources);
    }

    [Test]
    public async Task Broken_code_does_no_harm()
    {
        var connector = Connectors.Of(Showcase);
        foreach (var mutant in Mutations.Of(connector.Files[0].Text, seed: 11, count: 40))
        {
            Sources sources = [("Connector.cs", mutant), connector.Files[1]];
            await Verify<ConnectorValueAnalyzer>.Survives(sources);
            await Verify<RevealedSecretAnalyzer>.Survives(sources);
            await Verify<SecretAsTextAnalyzer>.Survives(sources);
        }
    }
}
