namespace Sluice.Analyzers.Tests.Shape;

/// <summary>Annotated classes of all sorts, each with what is in the generated code if all of it was generated.</summary>
internal static class ShapeCorpus
{
    private const string Id = "[Uid, Name] string Id";

    public static IEnumerable<TestCaseData> All =>
    [
        // Object classes.
        Of("[ObjectClass(\"a\")] partial record P([Uid] string Id, [Name] string Login, string? Mail, [Enabled] bool On);", "source.Id", "source.Login", "source.Mail", "source.On", "\"mail\""),
        Of($"[ObjectClass(\"a\")] record P({Id});", "source.Id"),
        Of($"partial class O {{ [ObjectClass(\"a\")] partial record P({Id}); }}", "source.Id"),
        Of($"class O {{ [ObjectClass(\"a\")] partial record P({Id}); }}", "source.Id"),
        Of("[ObjectClass(\"a\")] abstract partial class P { [Uid, Name] public string Id { get; set; } = \"\"; }", "source.Id"),
        Of($"[ObjectClass(\"a\")] partial record P<T>({Id});", "source.Id"),
        Of("[ObjectClass(\"a\")] partial class P { public P(object other) { } [Uid, Name] public string Id { get; set; } = \"\"; }", "source.Id", "new global::P("),
        Of("[ObjectClass(\"a\")] partial record P([Uid] string Id, string Login);", "source.Id", "source.Login", "// a [Name]"),
        Of($"[ObjectClass(\"a\")] partial record P({Id}, [Uid] string Key);", "source.Id", "source.Key", "// one [Uid]"),
        Of($"[ObjectClass(\"a\")] partial record P({Id}, DateTime Born);", "source.Born"),
        Of($"[ObjectClass(\"a\")] partial record P({Id}, DateTimeOffset Born, IReadOnlyList<int>? Numbers, DayOfWeek Day, byte[]? Photo);", "source.Born", "source.Numbers", "source.Day", "source.Photo"),
        Of($"[ObjectClass(\"a\")] partial record P({Id}, [Ignore] object? Tag = null);", "source.Id"),
        Of($"[ObjectClass(\"a\")] partial record P({Id}, [Password] string? Secret);", "source.Secret"),
        Of($"[ObjectClass(\"a\")] partial record P({Id}, string? Mail, [ObjectAttribute(\"MAIL\")] string? Other);", "source.Mail", "source.Other", "\"MAIL\""),
        Of($"[ObjectClass(\"a\")] partial record P({Id}, [ObjectAttribute(\"__X__\")] string? Mail);", "source.Mail", "\"__X__\""),
        Of("[ObjectClass(\"a\")] partial record P([Uid, Name, ObjectAttribute(\"key\")] string Id);", "source.Id", "\"key\""),

        // Configurations.
        Of("[ConnectorConfiguration] partial class C { [Range(1, 9)] public int Level { get; set; } = 3; public string? Server { get; init; } }", "\"Level\"", "RangeAttribute(1, 9)", "\"Server\""),
        Of("[ConnectorConfiguration] class C { public int Level { get; set; } }", "\"Level\""),
        Of("[ConnectorConfiguration] static partial class C { }", "partial class C"),
        Of("[ConnectorConfiguration] partial class C(int depth) { public int Level { get; set; } = depth; }", "\"Level\""),
        Of("[ConnectorConfiguration] partial class C { public object? Extra { get; set; } public int Level { get; set; } }", "\"Extra\"", "\"Level\""),
        Of("[ConnectorConfiguration] partial class C { [ConfigurationProperty] public int Level { get; } }", "\"Level\""),
        Of("[ConnectorConfiguration] partial class C { public int Shown => 1; [Ignore] public object? Extra { get; set; } }", "partial class C"),
        Of("[ConnectorConfiguration] partial class C { [Range(1, 9)] public string Level { get; set; } = \"\"; }", "\"Level\"", "RangeAttribute"),
        Of("[ConnectorConfiguration] partial class C { [RegularExpression(\"(\")] public string Level { get; set; } = \"\"; }", "\"Level\"", "RegularExpressionAttribute"),

        // Connectors.
        OfConnector("[LatestSyncToken<P>] long? Latest() => null; [Sync<P>] IEnumerable<SyncDelta<P>> Sync(long? after) => [];", ".Latest(", ".Sync("),
        OfConnector("[Sync<P>] IEnumerable<SyncDelta<P>> Sync(long? after) => [];", ".Sync("),
        OfConnector("[LatestSyncToken<P>] long? Latest() => null;", ".Latest("),
        OfConnector("[Delete<P>] bool Drop(string uid) => true;", ".Drop("),
        OfConnector("[Delete<P>] void Drop(string uid) { } [Delete<P>] void Remove(Uid uid) { }", ".Drop(", ".Remove("),
        OfConnector("[Delete(\"a\")] void Drop(string uid) { }", ".Drop("),
        OfConnector("[Delete(\"x\", \"y\")] static void Drop(ObjectClass objectClass, string uid) { }", ".Drop("),
        OfConnector("[Delete] void Drop(string uid) { }", ".Drop("),
        OfConnector("[Delete] void Drop(ObjectClass objectClass, string uid) { } [ObjectClassSource] IReadOnlyList<ObjectClassInfo> Classes() => [];", ".Drop(", ".Classes("),
        OfConnector("[Create<P>] Uid Make(P person, OperationOptions options) => person.Id; [Update<P>] void Change(Uid uid, ObjectPatch patch) { }", ".Make(", ".Change("),
        OfConnector("[TestConnection] void Ping() { } [Schema] ConnectorSchema Read() => null!;", ".Ping(", ".Read("),
        OfConnector("[TestConnection] int Ping() => 1;", ".Ping("),
        OfConnector("[Authenticate<P>] string LogOn(string user, GuardedString password) => user; [ResolveUserName<P>] string Who(string user) => user;", ".LogOn(", ".Who("),
        OfConnector("[Authenticate<P>] string LogOn(string user, string password) => user;", ".LogOn("),
        Of("[Connector(\"hr\")] class H { }", "class Facade"),
        Of("[Connector(\"hr\")] abstract partial class H { }", "class Facade"),
        Of("[Connector(\"hr\")] partial class H { private H() { } }", "class Facade"),
        Of("[Connector(\"hr\")] partial class H(ConsoleKeyInfo? key, TimeProvider clock) { public object Parts => (key, clock); }", "// a key, which no host has"),
        Of("[Connector(\"hr\")] partial class H(TimeProvider clock, IServiceProvider? services) { public object? Parts => (clock, services); }", "class Facade"),
    ];

    private static TestCaseData OfConnector(string members, params string[] parts)
        => Of($"[ObjectClass(\"a\")] partial record P({Id});\n[Connector(\"hr\")] partial class H {{ {members} }}", parts);

    private static TestCaseData Of(string source, params string[] parts) => new(source, parts);
}
