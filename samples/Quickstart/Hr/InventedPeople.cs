using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Quickstart;

/// <summary>Names put together from syllables, so that nobody real is meant. The same seed gives the same people.</summary>
internal sealed class InventedPeople(int seed)
{
    private static readonly string[] Syllables = ["ba", "dru", "fen", "gil", "hosk", "jor", "ka", "lim", "mo", "nep", "or", "pli", "quo", "ras", "sul", "tev", "ul", "vax", "wim", "yo", "zet"];
    private static readonly string[] Departments = ["Archive", "Canteen", "Garden", "Laboratory", "Library", "Stables", "Workshop"];
    private readonly Random _random = new(seed);

    public string Department() => Departments[_random.Next(Departments.Length)];

    public string Word(int syllables)
    {
        var word = string.Concat(Enumerable.Range(0, syllables).Select(_ => Syllables[_random.Next(Syllables.Length)]));
        return char.ToUpperInvariant(word[0]) + word[1..];
    }

    public int Below(int limit) => _random.Next(limit);

    /// <summary>Adds a person.</summary>
    /// <param name="connection">The connection, in a transaction.</param>
    /// <param name="number">A number that nobody else has.</param>
    public string AddPerson(SqliteConnection connection, long number)
    {
        string given = Word(2), family = Word(3);
        var uid = string.Create(CultureInfo.InvariantCulture, $"p{number}");
        var login = string.Create(CultureInfo.InvariantCulture, $"{given}.{family}.{number}").ToLowerInvariant();
        connection.Execute(
            "INSERT INTO person (uid, login, display_name, mail, department, enabled) VALUES ($uid, $login, $name, $mail, $department, $enabled)",
            ("$uid", uid),
            ("$login", login),
            ("$name", $"{given} {family}"),
            ("$mail", Below(10) == 0 ? null : login + "@hr.example"),
            ("$department", Department()),
            ("$enabled", Below(12) != 0));
        return uid;
    }

    /// <summary>Adds a team.</summary>
    /// <param name="connection">The connection, in a transaction.</param>
    /// <param name="number">A number that no other team has.</param>
    public string AddTeam(SqliteConnection connection, long number)
    {
        var uid = string.Create(CultureInfo.InvariantCulture, $"t{number}");
        connection.Execute(
            "INSERT INTO team (uid, title, description) VALUES ($uid, $title, $description)",
            ("$uid", uid),
            ("$title", string.Create(CultureInfo.InvariantCulture, $"{Word(2)} {number}")),
            ("$description", Below(3) == 0 ? null : $"{Department()} and {Department()}"));
        return uid;
    }

    /// <summary>Fills an empty database.</summary>
    public void Fill(SqliteConnection connection, int people, int teams)
    {
        var uids = new string[people];
        for (var i = 0; i < people; i++)
            uids[i] = AddPerson(connection, i + 1);
        for (var i = 0; i < teams; i++)
        {
            var team = AddTeam(connection, people + i + 1);
            for (var members = Below(40); members > 0; members--)
                connection.Execute("INSERT OR IGNORE INTO member (team, person) VALUES ($team, $person)", ("$team", team), ("$person", uids[Below(people)]));
        }
    }
}
