using System.Globalization;
using System.Text.Json;

namespace Sluice.Benchmarks;

/// <summary><c>memory [--json FILE]</c>: what is alive while so many changes are mirrored; it must not grow with their number.</summary>
internal static class MemoryCommand
{
    public const string Name = "memory";
    private const int Looks = 10;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static int Run(string[] arguments)
    {
        var rows = new List<MemoryRow>();
        foreach (var changes in Sizes.Changes)
        {
            using var database = new PeopleDatabase(changes);
            var row = new MemoryRow(changes, GC.GetTotalMemory(forceFullCollection: true), MostAlive(database));
            rows.Add(row);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.Changes} changes: {row.Before} bytes alive before, at most {row.Most} while they are mirrored"));
        }

        if (arguments is ["--json", var file])
            File.WriteAllText(file, JsonSerializer.Serialize(rows, Indented) + "\n");
        return 0;
    }

    /// <summary>The most bytes alive at ten moments of a run.</summary>
    public static long MostAlive(PeopleDatabase database)
    {
        long most = 0;
        new Mirroring(database, Look).Typed();
        return most;

        void Look(long done)
        {
            if (done % (database.Changes / Looks) < Mirror.Batch)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
        }
    }
}

/// <summary>Bytes alive before a run, and at most during it.</summary>
internal sealed record MemoryRow(int Changes, long Before, long Most);
