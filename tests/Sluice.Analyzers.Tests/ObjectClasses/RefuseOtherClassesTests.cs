using Sluice.Analyzers.ObjectClasses;
using Sluice.CodeFixes.ObjectClasses;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.ObjectClasses;

/// <summary>SLC103.</summary>
public sealed class RefuseOtherClassesTests
{
    private const string Accounts = "{ foreach (var one in _source.Read(\"people\", after)) yield return one; }";

    [Test]
    public Task The_message_names_the_classes() => Verify<ClassDispatchAnalyzer>.Reports(
        Dispatch.Iterator("{ {|SLC103:if|} (objectClass == ObjectClass.Account)" + Accounts + " }"),
        ("SLC103", "'Sync' is declared for \"__GROUP__\" and \"device\", but no branch here handles that and none refuses it: a host takes it for an empty source; handle it, or throw UnsupportedObjectClassException"));

    [TestCase("{ {|SLC103:switch|} (objectClass.Name) { case ObjectClasses.Account: " + Accounts + " break; case \"DEVICE\": " + Accounts + " break; } }", TestName = "Dropped: no default")]
    [TestCase("{ switch (objectClass.Name) { case ObjectClasses.Account: case \"device\": " + Accounts + " break; {|SLC103:default|}: yield break; } }", TestName = "Dropped: an empty default")]
    [TestCase("{ switch (objectClass.Name) { case ObjectClasses.Account: case \"device\": " + Accounts + " break; {|SLC103:default|}: Log.LogWarning(\"{Class} is not served\", objectClass); break; } }", TestName = "Dropped: a default that logs")]
    [TestCase("=> objectClass.Name switch { ObjectClasses.Account or \"device\" => _source.Read(\"people\", after), {|SLC103:_|} => [] };", TestName = "Dropped: a switch expression")]
    [TestCase("=> objectClass.Name switch { ObjectClasses.Account or \"device\" => _source.Read(\"people\", after), {|SLC103:_|} => Enumerable.Empty<SyncDelta>() };", TestName = "Dropped: an empty sequence")]
    [TestCase("=> objectClass == ObjectClass.Account || objectClass == Device {|SLC103:?|} _source.Read(\"people\", after) : Array.Empty<SyncDelta>();", TestName = "Dropped: a conditional")]
    [TestCase("{ {|SLC103:if|} (objectClass != ObjectClass.Account && !objectClass.Equals(Device)) yield break; " + Accounts + " }", TestName = "Dropped: a guard that leaves")]
    [TestCase("{ {|SLC103:if|} (objectClass is not { Name: ObjectClasses.Account or \"device\" }) yield break; " + Accounts + " }", TestName = "Dropped: a pattern that leaves")]
    [TestCase("{ if (objectClass == ObjectClass.Account) " + Accounts + " else {|SLC103:if|} (string.Equals(objectClass.Name, \"device\", StringComparison.OrdinalIgnoreCase)) " + Accounts + " }", TestName = "Dropped: a chain")]
    [TestCase("{ var name = objectClass.Name.ToUpperInvariant(); _source.Open(); {|SLC103:switch|} (name) { case \"DEVICE\": case \"__ACCOUNT__\": " + Accounts + " break; } Log.LogInformation(\"done\"); }", TestName = "Dropped: with work around it")]
    [TestCase("{ {|SLC103:if|} (!StringComparer.OrdinalIgnoreCase.Equals(objectClass.Name, \"device\") && objectClass.Name != ObjectClass.Account.Name) yield break; " + Accounts + " }", TestName = "Dropped: by a comparer")]
    [TestCase("{ ArgumentNullException.ThrowIfNull(objectClass); if (after < 0) throw new InvalidSyncTokenException(\"no\"); {|SLC103:switch|} (objectClass) { case { Name: \"device\" }: case var any when any == ObjectClass.Account: " + Accounts + " break; } }", TestName = "Dropped: after other refusals")]
    public Task Reported(string body) => Verify<ClassDispatchAnalyzer>.Reports(Dispatch.Iterator(body));

    [Test]
    public Task Token_results_are_no_deltas() => Verify<ClassDispatchAnalyzer>.Reports(Dispatch.Handler("""
        {
            {|SLC103:switch|} (objectClass.Name)
            {
                case ObjectClasses.Account:
                case "device":
                    foreach (var one in _source.Read("people", after))
                        if (!handler.Handle(one))
                            return;
                    break;
            }

            handler.HandleResult(_source.Latest);
        }
        """));

    [Test]
    public Task A_helper_dispatches() => Verify<ClassDispatchAnalyzer>.Reports(Dispatch.Handler(
        "{ Deliver(after, handler, objectClass); }",
        members: """
            private void Deliver(long? after, ISyncTokenResultsHandler handler, ObjectClass wanted)
            {
                {|SLC103:if|} (wanted == ObjectClass.Account || wanted == Device)
                {
                    foreach (var one in _source.Read("people", after))
                        if (!handler.Handle(one))
                            return;
                }
            }
            """));

    [Test]
    public Task Other_operations_too() => Verify<ClassDispatchAnalyzer>.Reports(Dispatch.Of("""
        [Search("a", "b")] public IEnumerable<ConnectorObject> Find(ObjectClass objectClass) => objectClass.Name switch { "a" => _source.Find("a"), {|SLC103:_|} => [] };
        [Get("a", "b")] public ValueTask<ConnectorObject?> GetAsync(ObjectClass objectClass, Uid uid) => new(objectClass.Name == "a" {|SLC103:?|} _source.Get("a", uid) : null);
        [Delete("a", "b")] public void Delete(ObjectClass objectClass, Uid uid) { {|SLC103:if|} (objectClass.Name == "a") _source.Delete("a", uid); }
        [Update("a", "b")] public Task UpdateAsync(ObjectClass objectClass, Uid uid, ObjectPatch patch) { {|SLC103:if|} (objectClass.Name != "a") return Task.CompletedTask; _source.Open(); return Task.CompletedTask; }
        """));

    private const string Group = "case ObjectClasses.Group: " + Accounts + " break; ";

    [TestCase("{ switch (objectClass.Name) { case ObjectClasses.Account: " + Accounts + " break; " + Group + "case \"device\": " + Accounts + " break; } }", TestName = "Right: every declared class has its branch")]
    [TestCase("{ switch (objectClass.Name) { case ObjectClasses.Account: " + Accounts + " break; default: throw new UnsupportedObjectClassException(objectClass, [ObjectClass.Account], \"Sync\"); } }", TestName = "Right: the default throws")]
    [TestCase("=> objectClass.Name switch { ObjectClasses.Account => _source.Read(\"people\", after), _ => throw new UnsupportedObjectClassException(objectClass, [ObjectClass.Account], \"Sync\") };", TestName = "Right: the discard throws")]
    [TestCase("=> objectClass.Name switch { ObjectClasses.Account => _source.Read(\"people\", after), _ => throw new NotSupportedException() };", TestName = "Right: it throws something else")]
    [TestCase("=> objectClass.Name switch { ObjectClasses.Account => _source.Read(\"people\", after), ObjectClasses.Group => [], \"device\" => [] };", TestName = "Right: what is empty is named")]
    [TestCase("{ var table = \"people\"; if (objectClass == ObjectClass.Group) table = \"groups\"; foreach (var one in _source.Read(table, after)) yield return one; }", TestName = "Right: the first class is the rest")]
    [TestCase("{ foreach (var one in _source.Read(objectClass.Name, after)) yield return one; }", TestName = "Right: one way for all")]
    [TestCase("{ if (!Tables.TryGetValue(objectClass.Name, out var table)) yield break; foreach (var one in _source.Read(table, after)) yield return one; }", TestName = "Right: a table of classes")]
    [TestCase("{ Refuse(objectClass); if (objectClass == ObjectClass.Account) " + Accounts + " }", TestName = "Right: a method refuses")]
    [TestCase("{ if (objectClass == ObjectClass.Account) " + Accounts + " else Never(); }", TestName = "Right: another method may refuse")]
    [TestCase("{ if (objectClass == ObjectClass.Account || _source.HasGroups) " + Accounts + " }", TestName = "Right: something else decides")]
    [TestCase("{ if (objectClass == _wanted) " + Accounts + " }", TestName = "Right: the classes are configured")]
    public Task Left_alone(string body) => Verify<ClassDispatchAnalyzer>.Clean(Dispatch.Iterator(body, members: """
        private static readonly Dictionary<string, string> Tables = new() { ["__ACCOUNT__"] = "people" };
        private readonly ObjectClass _wanted = ObjectClass.Of(Environment.MachineName);
        private static void Refuse(ObjectClass wanted) { if (wanted != ObjectClass.Account) throw new UnsupportedObjectClassException(wanted, [ObjectClass.Account], "Sync"); }
        private static void Never() => throw new NotSupportedException();
        private object Used => (_wanted, Device, Log);
        """));

    [TestCase("{ if (objectClass == ObjectClass.Account) Later(); void Later() { foreach (var one in _source.Read(\"people\", after)) handler.Handle(one); } }", "ObjectClasses.Account", TestName = "Right: only one class is declared")]
    [TestCase("{ bool delivered = objectClass == ObjectClass.Account ? Deliver(\"people\", handler) : Deliver(\"groups\", handler); if (delivered && after is { } token) handler.HandleResult(token); }", "ObjectClasses.Account, ObjectClasses.Group", TestName = "Right: the handler goes with either")]
    [TestCase("{ Action go = objectClass == ObjectClass.Account ? () => handler.Handle(_source.Read(\"people\", after)[0]) : () => throw new NotSupportedException(); go(); }", "ObjectClasses.Account, ObjectClasses.Group", TestName = "Right: delegates")]
    [TestCase("{ var sink = objectClass.IsAll ? null : handler; _source.Open(); if (sink is not null) foreach (var one in _source.Read(objectClass.Name, after)) sink.Handle(one); }", "ObjectClasses.Account, ObjectClasses.Group", TestName = "Right: the handler is kept")]
    public Task Left_alone_with_a_handler(string body, string classes) => Verify<ClassDispatchAnalyzer>.Clean(Dispatch.Handler(body, classes, """
        private bool Deliver(string table, ISyncTokenResultsHandler handler)
        {
            foreach (var one in _source.Read(table, null))
                if (!handler.Handle(one))
                    return false;
            return true;
        }

        private object Used => (Device, Log);
        """));

    [Test]
    public Task Classes_of_run_time_are_not_known() => Verify<ClassDispatchAnalyzer>.Clean(Dispatch.Of("""
        [ObjectClassSource] public IReadOnlyList<ObjectClassInfo> Classes() => throw new NotSupportedException();
        [Search] public IEnumerable<ConnectorObject> Find(ObjectClass objectClass) => objectClass.Name switch { "a" => _source.Find("a"), _ => [] };
        """));

    [Test]
    public Task A_default_is_added() => Verify<ClassDispatchAnalyzer, RefuseOtherClassesFix>.Fixes(
        Dispatch.Iterator("""
            {
                // Tables.
                {|SLC103:switch|} (objectClass.Name)
                {
                    case ObjectClasses.Account:
                        foreach (var one in _source.Read("people", after))
                            yield return one;
                        break; // people
                    case "device":
                        foreach (var one in _source.Read("devices", after))
                            yield return one;
                        break;
                }
            }
            """),
        Dispatch.Iterator("""
            {
                // Tables.
                switch (objectClass.Name)
                {
                    case ObjectClasses.Account:
                        foreach (var one in _source.Read("people", after))
                            yield return one;
                        break; // people
                    case "device":
                        foreach (var one in _source.Read("devices", after))
                            yield return one;
                        break;
                    default:
                        throw new UnsupportedObjectClassException(objectClass, [ObjectClass.Account, ObjectClass.Of("device")], "Sync");
                }
            }
            """));

    private const string Refusal = "throw new UnsupportedObjectClassException(objectClass, [ObjectClass.Account, ObjectClass.Of(\"device\")], \"Sync\")";

    [TestCase("{ switch (objectClass.Name) { case ObjectClasses.Account: case \"device\": " + Accounts + " break; {|SLC103:default|}: yield break; } }",
        "{ switch (objectClass.Name) { case ObjectClasses.Account: case \"device\": " + Accounts + " break; default: " + Refusal + "; } }")]
    [TestCase("=> objectClass.Name switch { ObjectClasses.Account or \"device\" => _source.Read(\"people\", after), {|SLC103:_|} => [] };",
        "=> objectClass.Name switch { ObjectClasses.Account or \"device\" => _source.Read(\"people\", after), _ => " + Refusal + " };")]
    [TestCase("=> objectClass == ObjectClass.Account || objectClass == Device {|SLC103:?|} _source.Read(\"people\", after) : Array.Empty<SyncDelta>();",
        "=> objectClass == ObjectClass.Account || objectClass == Device ? _source.Read(\"people\", after) : " + Refusal + ";")]
    [TestCase("{ {|SLC103:if|} (objectClass != ObjectClass.Account && objectClass != Device) { yield break; } " + Accounts + " }",
        "{ if (objectClass != ObjectClass.Account && objectClass != Device) { " + Refusal + "; } " + Accounts + " }")]
    [TestCase("{\n        if (objectClass == ObjectClass.Account)\n            " + Accounts + "\n        else {|SLC103:if|} (objectClass == Device)\n            " + Accounts + "\n    }",
        "{\n        if (objectClass == ObjectClass.Account)\n            " + Accounts + "\n        else if (objectClass == Device)\n            " + Accounts + "\n        else\n            " + Refusal + ";\n    }")]
    public Task Refused(string before, string after) => Verify<ClassDispatchAnalyzer, RefuseOtherClassesFix>.Fixes(Dispatch.Iterator(before), Dispatch.Iterator(after));

    [TestCase("{ if (objectClass == ObjectClass.Account) " + Accounts + " {|SLC103:if|} (objectClass == Device) " + Accounts + " }", TestName = "Offers nothing: accounts come by the second condition too")]
    [TestCase("{ {|SLC103:if|} (objectClass == ObjectClass.Account || objectClass == Device) " + Accounts + " else { Log.LogWarning(\"no\"); } }", TestName = "Offers nothing: there is another branch already")]
    public Task Offers_nothing(string body) => Verify<ClassDispatchAnalyzer, RefuseOtherClassesFix>.OffersNothing(Dispatch.Iterator(body));

    [Test]
    public Task Older_languages_and_line_ends() => Verify<ClassDispatchAnalyzer, RefuseOtherClassesFix>.Fixes(
        ("using Sluice; using System.Collections.Generic;\r\n[Connector(\"hr\")] public sealed partial class Hr {\r\n[Search(\"a\", \"b\")] public IEnumerable<ConnectorObject> Find(ObjectClass kind) {\r\n    {|SLC103:switch|} (kind.Name) {\r\n        case \"a\": yield return null!; break;\r\n    }\r\n} }"),
        ("using Sluice; using System.Collections.Generic;\r\n[Connector(\"hr\")] public sealed partial class Hr {\r\n[Search(\"a\", \"b\")] public IEnumerable<ConnectorObject> Find(ObjectClass kind) {\r\n    switch (kind.Name) {\r\n        case \"a\": yield return null!; break;\r\n        default:\r\n            throw new UnsupportedObjectClassException(kind, [ObjectClass.Of(\"a\")], \"Search\");\r\n    }\r\n} }"));
}
