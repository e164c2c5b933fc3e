namespace Sluice.Quickstart.Tests;

/// <summary>A process that is killed at any moment leaves a mirror that a later one completes.</summary>
public class KillTests
{
    [Test]
    public async Task KilledAgainAndAgainNothingIsLostAndNothingInvented([ValueSource(typeof(Shapes), nameof(Shapes.All))] string shape)
    {
        const int kills = 12;
        using var folder = new DataFolder();
        var random = new Random(shape.Length);
        var killed = 0;
        for (var attempt = 0; killed < kills; attempt++)
        {
            Assert.That(attempt, Is.LessThan(4 * kills), "the process is faster than the killing");
            using var process = QuickstartProcess.Start(folder.Path, "--shape", shape, "--people", "1500", "--changes", "600", "--seconds", "0");

            // During the filling, then the load (which starts again until it is complete), then the sync. Lines are counted: each
            // comes when it comes, and the process runs on while we read it.
            var left = killed < 4 ? random.Next(0, 7) : random.Next(0, 40);
            while (left-- > 0 && await process.NextLineAsync() is not null)
            {
            }

            if (left < 0)
            {
                await process.KillAsync();
                killed++;
            }
        }

        var (code, output, errors) = await QuickstartProcess.RunAsync(folder.Path, "--shape", shape, "--people", "1500", "--changes", "50", "--seconds", "0");
        Assert.That(code, Is.Zero, output + errors);
        Assert.That(output, Does.Contain("nothing lost, nothing invented"));
        Assert.That(folder.Compare().IsEqual);
    }
}
