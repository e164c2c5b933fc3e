using Sluice.Benchmarks;

namespace Sluice.Performance.Tests;

/// <summary>A run holds what it is working on, not what it has delivered.</summary>
[NonParallelizable]
internal sealed class FlatMemoryTests
{
    private const int Few = 4_000;
    private const int Many = 40_000;

    // A tenth of what the further objects would take if they were held.
    private const long Tolerance = (Many - Few) * 50;

    [Test]
    public void What_is_alive_does_not_grow_with_the_number_of_changes()
    {
        MostAlive(Few); // also makes now what is made once

        Assert.That(MostAlive(Many) - MostAlive(Few), Is.LessThan(Tolerance), "dotnet run -c Release --project benchmarks/Sluice.Benchmarks -- memory");
    }

    private static long MostAlive(int changes)
    {
        using var database = new PeopleDatabase(changes);
        return MemoryCommand.MostAlive(database);
    }
}
