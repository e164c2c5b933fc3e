using Sluice.Analyzers.Deltas;
using Sluice.Analyzers.Tests.Flow;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Deltas;

/// <summary>SLC401.</summary>
public sealed class MissingObjectTests
{
    [Test]
    public Task Null() => Verify<MissingObjectAnalyzer>.Reports(
        Of("{ yield return SyncDelta.Create<Person>(1L, {|SLC401:null!|}); }"),
        ("SLC401", "'Create' is given null for its object, and throws; give it the object after the change, or use Delete where it is gone"));

    [TestCase("{ yield return SyncDelta.Update(1L, {|SLC401:default(Person)!|}); }", TestName = "Missing: default")]
    [TestCase("{ yield return SyncDelta.Update(token: 1L, @object: {|SLC401:(Person)null!|}); }", TestName = "Missing: named, with a cast")]
    [TestCase("{ foreach (var change in _feed.After(after)) yield return SyncDelta.Update(1L, change.Uid == \"\" ? {|SLC401:null!|} : change.After!); }", TestName = "Missing: one branch")]
    [TestCase("{ foreach (var change in _feed.After(after)) { var person = change.After; if (person == null) yield return SyncDelta.Update(1L, {|SLC401:person!|}); } }", TestName = "Missing: tested")]
    [TestCase("{ foreach (var change in _feed.After(after)) { var person = change.After; yield return person is not null ? SyncDelta.Update(1L, person) : SyncDelta.Create(1L, {|SLC401:person!|}); } }", TestName = "Missing: the other branch")]
    public Task Reported(string body) => Verify<MissingObjectAnalyzer>.Reports(Of(body));

    [TestCase("{ foreach (var change in _feed.After(after)) yield return SyncDelta.Update(1L, change.After!); }", TestName = "There: known better")]
    [TestCase("{ foreach (var change in _feed.After(after)) { var person = change.After; if (person is null) { person = new(); yield return SyncDelta.Update(1L, person); } } }", TestName = "There: given one")]
    [TestCase("{ foreach (var change in _feed.After(after)) { var person = change.After; if (person is null) yield return SyncDelta.Delete<Person>(1L, change.Uid); else yield return SyncDelta.Update(1L, person); } }", TestName = "There: a delete where there is none")]
    [TestCase("{ foreach (var change in _feed.After(after)) { var person = change.After; if (person is null && change.Uid == \"\") continue; yield return SyncDelta.Update(1L, person!); } }", TestName = "There: after the test")]
    [TestCase("{ foreach (var change in _feed.After(after)) { var person = change.After; if (person is null && Find(out person)) yield return SyncDelta.Update(1L, person!); if (person is null) { if (Find(out person)) yield return SyncDelta.Update(1L, person!); } } static bool Find(out Person? person) { person = new(); return true; } }", TestName = "There: found")]
    public Task Left_alone(string body) => Verify<MissingObjectAnalyzer>.Clean(Of(body));

    [Test]
    public Task A_mapper_outside_counts_a_test_does_not() => Verify<MissingObjectAnalyzer>.Reports("""
        using System;
        using Sluice;

        public sealed class Person;

        public static class Mapper
        {
            public static SyncDelta<Person> Map(long number) => SyncDelta.Create<Person>(number, {|SLC401:null!|});

            public static void Test(Action<Action> throws) => throws(() => SyncDelta.Create<Person>(1L, null!));
        }
        """);

    private static Sources Of(string body) => Connectors.Sync(body, "long? after", "IEnumerable<SyncDelta<Person>>");
}
