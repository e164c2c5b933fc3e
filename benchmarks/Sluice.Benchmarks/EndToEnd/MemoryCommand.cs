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
            long most = 0;
            var before = GC.GetTotalMemory(forceFullCollection: true);
            new Mirroring(database, Look).Typed();
            rows.Add(new(changes, before, most));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{changes} changes: {before} bytes alive before, at most {most} while they are mirrored"));

            void Look(long done)
            {
                if (done % (changes / Looks) < Mirror.Batch)
                    most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
            }
        }

        if (arguments is ["--json", var file])
            File.WriteAllText(file, JsonSerializer.Serialize(rows, Indented) + "\n");
        return 0;
    }
}

/// <summary>Bytes alive before a run, and at most during it.</summary>
internal sealed record MemoryRow(int Changes, long Before, long Most);
