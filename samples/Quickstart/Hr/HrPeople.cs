using Microsoft.Data.Sqlite;
using Sluice;

namespace Quickstart;

internal sealed class HrPeople(HrDatabase database) : HrTable<Person>(database, "person")
{
    protected override IReadOnlyDictionary<string, string> Filterable { get; } = new Dictionary<string, string>(AttributeNames.Comparer)
    {
        [Person.Attributes.Id] = "t.uid",
        [Person.Attributes.Login] = "t.login",
        [Person.Attributes.DisplayName] = "t.display_name",
        [Person.Attributes.Mail] = "t.mail",
        [Person.Attributes.Department] = "t.department",
    };

    protected override string Columns => "t.login, t.display_name, t.mail, t.department, t.enabled";

    protected override Person Read(SqliteDataReader row, int first) => new(
        row.GetString(first),
        row.GetString(first + 1),
        row.GetString(first + 2),
        row.IsDBNull(first + 3) ? null : row.GetString(first + 3),
        row.GetString(first + 4),
        row.GetBoolean(first + 5));

    protected override void Insert(SqliteConnection connection, string uid, Person row) =>
        connection.Execute("INSERT INTO person (uid, login, display_name, mail, department, enabled) VALUES ($uid, $login, $name, $mail, $department, $enabled)", Values(uid, row));

    protected override void Update(SqliteConnection connection, string uid, Person row) =>
        connection.Execute("UPDATE person SET login = $login, display_name = $name, mail = $mail, department = $department, enabled = $enabled WHERE uid = $uid", Values(uid, row));

    protected override Person Patched(Person row, ObjectPatch patch) => row with
    {
        Login = patch.Single(Person.Attributes.Login, row.Login)!,
        DisplayName = patch.Single(Person.Attributes.DisplayName, row.DisplayName)!,
        Mail = patch.Single(Person.Attributes.Mail, row.Mail),
        Department = patch.Single(Person.Attributes.Department, row.Department)!,
        Enabled = patch.Single(Person.Attributes.Enabled, row.Enabled),
    };

    private static (string Name, object? Value)[] Values(string uid, Person row) =>
    [
        ("$uid", uid),
        ("$login", row.Login),
        ("$name", row.DisplayName),
        ("$mail", row.Mail),
        ("$department", row.Department),
        ("$enabled", row.Enabled),
    ];
}
