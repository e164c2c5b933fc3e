using Microsoft.Data.Sqlite;
using Sluice;

namespace Quickstart;

internal sealed class HrTeams(HrDatabase database) : HrTable<Team>(database, "team")
{
    protected override IReadOnlyDictionary<string, string> Filterable { get; } = new Dictionary<string, string>(AttributeNames.Comparer)
    {
        [Team.Attributes.Id] = "t.uid",
        [Team.Attributes.Title] = "t.title",
        [Team.Attributes.Description] = "t.description",
    };

    // No uid of a person has a comma.
    protected override string Columns =>
        "t.title, t.description, (SELECT group_concat(person, ',') FROM (SELECT person FROM member WHERE team = t.uid ORDER BY person))";

    protected override Team Read(SqliteDataReader row, int first) => new(
        row.GetString(first),
        row.GetString(first + 1),
        row.IsDBNull(first + 2) ? null : row.GetString(first + 2),
        row.IsDBNull(first + 3) ? [] : row.GetString(first + 3).Split(','));

    protected override void Insert(SqliteConnection connection, string uid, Team row)
    {
        connection.Execute("INSERT INTO team (uid, title, description) VALUES ($uid, $title, $description)", ("$uid", uid), ("$title", row.Title), ("$description", row.Description));
        Join(connection, uid, row.Members);
    }

    protected override void Update(SqliteConnection connection, string uid, Team row)
    {
        connection.Execute("UPDATE team SET title = $title, description = $description WHERE uid = $uid", ("$uid", uid), ("$title", row.Title), ("$description", row.Description));
        connection.Execute("DELETE FROM member WHERE team = $uid", ("$uid", uid));
        Join(connection, uid, row.Members);
    }

    protected override Team Patched(Team row, ObjectPatch patch) => row with
    {
        Title = patch.Single(Team.Attributes.Title, row.Title)!,
        Description = patch.Single(Team.Attributes.Description, row.Description),
        Members = patch.Many(Team.Attributes.Members, row.Members),
    };

    private static void Join(SqliteConnection connection, string uid, IEnumerable<string> members)
    {
        foreach (var person in members.Distinct(StringComparer.Ordinal))
            connection.Execute("INSERT INTO member (team, person) VALUES ($team, $person)", ("$team", uid), ("$person", person));
    }
}
