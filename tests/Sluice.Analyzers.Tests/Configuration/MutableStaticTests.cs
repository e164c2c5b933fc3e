using Sluice.Analyzers.Tests.Flow;
using Sluice.Analyzers.Values;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Configuration;

/// <summary>SLC503.</summary>
public sealed class MutableStaticTests
{
    [Test]
    public Task Counter() => Verify<ConnectorValueAnalyzer>.Reports(
        Connectors.Of("private static int {|SLC503:s_runs|}; [TestConnection] public void Test() => s_runs++;"),
        ("SLC503", "'s_runs' is one for all instances of 'Hr', so two systems mix their data in it; keep it in an instance, or never change it"));

    [TestCase("public static long {|SLC503:Last|};", TestName = "Shared: open to others")]
    [TestCase("private static readonly Dictionary<string, Person> {|SLC503:Known|} = new(); [TestConnection] public void Test() => Known[\"a\"] = new Person();", TestName = "Shared: a dictionary")]
    [TestCase("private static readonly byte[] {|SLC503:Buffer|} = new byte[10]; [TestConnection] public void Test() => Buffer[0] = 1;", TestName = "Shared: an array")]
    [TestCase("private static Person? {|SLC503:Last|} { get; set; } [TestConnection] public void Test() => Last = null;", TestName = "Shared: a property")]
    public Task Reported(string members) => Verify<ConnectorValueAnalyzer>.Reports(Connectors.Of(members));

    [TestCase("private static readonly Dictionary<string, int> Kinds = new() { [\"a\"] = 1 }; [TestConnection] public void Test() => _feed.Log(Kinds[\"a\"].ToString());", TestName = "Not shared: a table")]
    [TestCase("private static readonly Dictionary<string, int> Kinds = new(); static Hr() { Kinds.Add(\"a\", 1); }", TestName = "Not shared: filled once")]
    [TestCase("private static readonly Lock Gate = new(); private const int Limit = 5; [TestConnection] public void Test() { lock (Gate) _feed.Log(Limit.ToString()); }", TestName = "Not shared: a lock")]
    [TestCase("private static readonly System.Collections.Concurrent.ConcurrentDictionary<Type, string> Names = new(); [TestConnection] public void Test() => Names.GetOrAdd(typeof(int), \"x\");", TestName = "Not shared: what is made from code")]
    [TestCase("private int _runs; [TestConnection] public void Test() => _runs++;", TestName = "Not shared: of an instance")]
    [TestCase("private static IEnumerable<int> Ones => [1];", TestName = "Not shared: calculated")]
    public Task Left_alone(string members) => Verify<ConnectorValueAnalyzer>.Clean(Connectors.Of(members));
}
