using Microsoft.Data.Sqlite;
using Sluice;

namespace Quickstart;

/// <summary>
/// Compares the mirror with the database, which it reads in its own way: an error in the connector must not hide itself.
/// </summary>
/// <param name="People">How many people the database has.</param>
/// <param name="Teams">How many teams the database has.</param>
/// <param name="Lost">In the database, not in the mirror.</param>
/// <param name="Invented">In the mirror, not in the database.</param>
/// <param name="Different">In both, with different values.</param>
internal sealed record Comparison(int People, int Teams, IReadOnlyList<string> Lost, IReadOnlyList<string> Invented, IReadOnlyList<string> Different)
{
    public bool IsEqual => Lost.Count + Invented.Count + Different.Count == 0;

    public static Comparison Of(HrDatabase database, MirrorStore mirror) => database.Use(connection =>
    {
        using var moment = connection.BeginTransaction(deferred: true); // one moment for all tables
        var people = Read(connection, "SELECT uid, login, display_name, mail, department, enabled FROM person");
        var teams = Read(connection, "SELECT uid, title, description FROM team");
        using var command = connection.Command("SELECT team, person FROM member ORDER BY team, person");
        foreach (var row in command.Rows())
            teams[row.GetString(0)] += Field(row.GetString(1));
        return Of(people, teams, mirror);
    });

    private static Comparison Of(Dictionary<string, string> people, Dictionary<string, string> teams, MirrorStore mirror)
    {
        List<string> lost = [], invented = [], different = [];
        Compare("person", people, mirror.Objects(ObjectClass.Account), one =>
            Field(one.Name.Value) + Field(one["displayName"]) + Field(one["mail"]) + Field(one["department"]) + Field(one[AttributeNames.Enabled] is true ? "1" : "0"));
        Compare("team", teams, mirror.Objects(ObjectClass.Group), one =>
            Field(one.Name.Value) + Field(one["description"]) + string.Concat(one.GetValues("members").Cast<string>().Order(StringComparer.Ordinal).Select(Field)));
        return new(people.Count, teams.Count, lost, invented, different);

        void Compare(string kind, Dictionary<string, string> rows, IEnumerable<ConnectorObject> mirrored, Func<ConnectorObject, string> fields)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var one in mirrored)
            {
                seen.Add(one.Uid.Value);
                if (!rows.TryGetValue(one.Uid.Value, out var expected))
                    invented.Add($"{kind} {one.Uid}");
                else if (fields(one) is var found && found != expected)
                    different.Add($"{kind} {one.Uid}: mirror {found}, database {expected}");
            }

            lost.AddRange(rows.Keys.Where(uid => !seen.Contains(uid)).Select(uid => $"{kind} {uid}"));
        }
    }

    private static Dictionary<string, string> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.Command(sql);
        return command.Rows().ToDictionary(
            row => row.GetString(0),
            row => string.Concat(Enumerable.Range(1, row.FieldCount - 1).Select(column => Field(row.IsDBNull(column) ? null : row.GetString(column)))),
            StringComparer.Ordinal);
    }

    private static string Field(object? value) => value is null ? "[]" : $"['{value}']";
}
