using Sluice.Analyzers.Tests.Flow;
using Sluice.Analyzers.Values;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Handlers;

/// <summary>SLC316.</summary>
public sealed class SplicedQueryTests
{
    [Test]
    public Task Interpolated() => Verify<ConnectorValueAnalyzer>.Reports(
        Connectors.Of("private readonly System.Data.Common.DbCommand _command = null!; [Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { _command.CommandText = $\"SELECT id FROM p WHERE nr > {{|SLC316:after|}} ORDER BY nr\"; foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(change.Number, change.Uid); }"),
        ("SLC316", "'after' becomes a part of the query's text, and a value with a quote in it breaks or changes the query; give it to the command as a parameter"));

    [TestCase("private readonly System.Data.Common.DbCommand _command = null!; [Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { var sql = \"SELECT id FROM p WHERE nr > '\" + {|SLC316:after|} + \"' ORDER BY nr\"; _command.CommandText = sql; foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(change.Number, change.Uid); }", TestName = "Spliced: a sum")]
    [TestCase("private readonly System.Data.Common.DbCommand _command = null!; private string Sql(SyncToken? from) => string.Concat(\"SELECT id FROM p WHERE nr > \", {|SLC316:from.ToString()|}, \" ORDER BY nr\"); [Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(SyncToken? after) { _command.CommandText = Sql(after); foreach (var change in _feed.After(null)) yield return SyncDelta.Delete<Person>(change.Number, change.Uid); }", TestName = "Spliced: behind a helper")]
    [TestCase("[Search<Person>] public IEnumerable<Person> Search(Filter? filter) { Run(\"x\" + (filter is ContainsFilter contains ? $\"SELECT id FROM p WHERE name LIKE '%{{|SLC316:contains.Text|}}%'\" : \"\")); yield break; } private static void Run(string text) { using System.Data.Common.DbCommand command = null!; command.CommandText = text; }", TestName = "Spliced: a filter")]
    public Task Reported(string members) => Verify<ConnectorValueAnalyzer>.Reports(Connectors.Of(members));

    [TestCase("private readonly System.Data.Common.DbCommand _command = null!; [Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { _command.CommandText = \"SELECT id FROM p WHERE nr > @nr ORDER BY nr\"; _command.Parameters.Add(after ?? 0); foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(change.Number, change.Uid); }", TestName = "Parameters: a parameter")]
    [TestCase("private readonly System.Data.Common.DbCommand _command = null!; private readonly string _table = \"p\"; [Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { _command.CommandText = $\"SELECT id FROM {_table} WHERE nr > @nr ORDER BY nr\"; foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(change.Number, change.Uid); }", TestName = "Parameters: the name of a table")]
    [TestCase("[Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { _feed.Log($\"https://hr.example/changes?after={after}\"); foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(change.Number, change.Uid); }", TestName = "Parameters: an address")]
    [TestCase("private readonly System.Data.Common.DbCommand _command = null!; [Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { var first = after is null; _command.CommandText = \"SELECT id FROM p\" + (first ? \"\" : \" WHERE nr > @nr\") + \" ORDER BY nr\"; foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(change.Number, change.Uid); }", TestName = "Parameters: the token decides about the text")]
    [TestCase("private readonly System.Data.Common.DbCommand _command = null!; [Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { _command.CommandText = $\"SELECT id FROM p WHERE nr > {Quote(after)} ORDER BY nr\"; foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(change.Number, change.Uid); static string Quote(long? value) => new([.. $\"{value}\"]); }", TestName = "Parameters: quoted by something else")]
    [TestCase("private readonly System.Data.Common.DbCommand _command = null!; [Sync<Person>] public IEnumerable<SyncDelta<Person>> Sync(long? after) { var table = new Lazy<string>(() => \"p\"); _command.CommandText = $\"SELECT id FROM {table.Value} WHERE nr > @nr ORDER BY nr\"; foreach (var change in _feed.After(after)) yield return SyncDelta.Delete<Person>(change.Number, change.Uid); }", TestName = "Parameters: a value of something else")]
    public Task Left_alone(string members) => Verify<ConnectorValueAnalyzer>.Clean(Connectors.Of(members));
}
