using Sluice.Analyzers.Deltas;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Deltas;

/// <summary>SLC403.</summary>
public sealed class PreviousUidTests
{
    [Test]
    public Task The_uid_itself() => Verify<PreviousUidAnalyzer>.Reports(
        Of("SyncDelta.Update(1L, person, {|SLC403:person.Id|})"),
        ("SLC403", "The previous uid 'person.Id' is the uid of the object itself, and 'Update' is refused; give the uid that it had before, or none"));

    [TestCase("SyncDelta.CreateOrUpdate(1L, new Person(id, login), {|SLC403:id|})", TestName = "Same: what the object is made with")]
    [TestCase("SyncDelta.Update(1L, new Person(Id: \"a\", Login: login), {|SLC403:\"a\"|})", TestName = "Same: constants")]
    [TestCase("SyncDelta.Update(1L, new Person(login, login) { Id = id }, {|SLC403:new Uid(id)|})", TestName = "Same: initializer")]
    [TestCase("SyncDelta.Update(1L, person, id.Length == 0 ? old : {|SLC403:person.Id|})", TestName = "Same: one branch")]
    public Task Reported(string delta) => Verify<PreviousUidAnalyzer>.Reports(Of(delta));

    [TestCase("SyncDelta.Update(1L, person, old)", TestName = "Another: uid")]
    [TestCase("SyncDelta.Update(1L, person)", TestName = "Another: none")]
    [TestCase("SyncDelta.Update(1L, person, id)", TestName = "Another: nobody knows")]
    [TestCase("SyncDelta.Update(1L, new Person(id, login), login)", TestName = "Another: name")]
    [TestCase("SyncDelta.Update(1L, person, other.Id)", TestName = "Another: object")]
    [TestCase("SyncDelta.Update(1L, person, person.Login)", TestName = "Another: the name was the uid before")]
    [TestCase("SyncDelta.Update(1L, person with { Id = id }, person.Id)", TestName = "Another: renamed here")]
    [TestCase("SyncDelta.Update(1L, new Person(id.Trim(), login), id)", TestName = "Another: computed")]
    public Task Left_alone(string delta) => Verify<PreviousUidAnalyzer>.Clean(Of(delta));

    [Test]
    public Task Annotated_on_a_property() => Verify<PreviousUidAnalyzer>.Reports("""
        using Sluice;

        [ObjectClass(ObjectClasses.Group)]
        public sealed partial class Team
        {
            [Uid] public string Id { get; init; } = "";
            [Name] public string Title { get; init; } = "";
        }

        public static class Mapper
        {
            public static SyncDelta<Team> Map(Team team) => SyncDelta.Update(1L, team, {|SLC403:team.Id|});
            public static SyncDelta<Team> Make(string id) => SyncDelta.Update(1L, new Team { Id = id, Title = id }, {|SLC403:id|});
            public static SyncDelta<Team> Rename(string id, string title) => SyncDelta.Update(1L, new Team { Title = title, Id = id }, title);
        }
        """);

    private static Sources Of(string delta) => $$"""
        using Sluice;

        [ObjectClass(ObjectClasses.Account)]
        public sealed partial record Person([Uid] string Id, [Name] string Login);

        public static class Mapper
        {
            public static SyncDelta<Person> Map(Person person, Person other, string id, string login, string old) => {{delta}};
        }
        """;
}
