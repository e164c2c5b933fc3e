namespace Sluice.Quickstart.Tests;

/// <summary>The program as a user meets it.</summary>
public class RunTests
{
    private static readonly string[] Small = ["--people", "200", "--changes", "80", "--seconds", "0"];

    [Test]
    public async Task ItStopsInTheMiddleResumesAndLosesNothing([ValueSource(typeof(Shapes), nameof(Shapes.All))] string shape)
    {
        using var folder = new DataFolder();
        var (code, output, errors) = await QuickstartProcess.RunAsync(folder.Path, [.. Small, "--shape", shape]);
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.Zero, errors);
            Assert.That(output, Does.Contain("stopped").And.Contain("resumed").And.Contain("nothing lost, nothing invented"));
            Assert.That(Position(output, "resumed"), Is.EqualTo(Position(output, "stopped").TrimEnd(',')));
            Assert.That(folder.Compare().IsEqual);
        });
    }

    [Test]
    public async Task ASecondRunContinuesWhereTheFirstEnded()
    {
        using var folder = new DataFolder();
        var first = await QuickstartProcess.RunAsync(folder.Path, Small);
        var second = await QuickstartProcess.RunAsync(folder.Path, Small);
        Assert.Multiple(() =>
        {
            Assert.That(first.Output, Does.Contain("baseline").And.Not.Contain("continue"));
            Assert.That(second.Output, Does.Contain("continue").And.Contain("nothing lost, nothing invented").And.Not.Contain("baseline"));
            Assert.That(Position(second.Output, "continue"), Is.EqualTo(Position(first.Output, "position")));
            Assert.That((first.Code, second.Code), Is.EqualTo((0, 0)));
        });
    }

    [Test]
    public async Task RedirectedOutputIsPlainLines()
    {
        using var folder = new DataFolder();
        var (_, output, errors) = await QuickstartProcess.RunAsync(folder.Path, Small);
        Assert.That(output.Split(Environment.NewLine), Has.Some.StartsWith("progress"));
        Assert.That(output.Replace(Environment.NewLine, "", StringComparison.Ordinal).Where(char.IsControl), Is.Empty);
        Assert.That(errors, Is.Empty);
    }

    [Test]
    public async Task ADatabaseThatVanishesInMidRunLosesNothing()
    {
        using var folder = new DataFolder();
        using (var process = QuickstartProcess.Start(folder.Path, "--people", "200", "--changes", "100000", "--seconds", "100"))
        {
            while (await process.NextLineAsync() is { } line && !line.StartsWith("resumed", StringComparison.Ordinal))
            {
            }

            File.Move(folder.Hr, folder.Hr + ".away");
            var (code, errors) = await process.EndAsync();
            Assert.That(code, Is.EqualTo(2));
            Assert.That(errors, Does.Contain(folder.Hr).And.Not.Contain("   at "));
        }

        File.Move(folder.Hr + ".away", folder.Hr);
        var (again, output, _) = await QuickstartProcess.RunAsync(folder.Path, Small);
        Assert.That(again, Is.Zero, output);
        Assert.That(output, Does.Contain("continue"));
    }

    [Test]
    public async Task ANewDatabaseIsReadAnew()
    {
        using var folder = new DataFolder();
        await QuickstartProcess.RunAsync(folder.Path, Small);
        File.Delete(folder.Hr);
        var (code, output, _) = await QuickstartProcess.RunAsync(folder.Path, Small);
        Assert.That(code, Is.Zero, output);
        Assert.That(output, Does.Contain("created").And.Contain("baseline"));
    }

    [Test]
    public async Task ARestoredDatabaseIsReadAnew()
    {
        using var folder = new DataFolder();
        await QuickstartProcess.RunAsync(folder.Path, "--people", "200", "--changes", "0");
        File.Copy(folder.Hr, folder.Hr + ".copy");
        await QuickstartProcess.RunAsync(folder.Path, Small);
        File.Move(folder.Hr + ".copy", folder.Hr, overwrite: true);
        var (code, output, _) = await QuickstartProcess.RunAsync(folder.Path, "--changes", "300", "--seconds", "0");
        Assert.That(output, Does.Contain("expired").And.Contain("baseline"));
        Assert.That(code, Is.Zero, output);
    }

    [TestCase("hr.db")]
    [TestCase("mirror.db")]
    public async Task AFileThatIsNoDatabaseIsNamed(string name)
    {
        using var folder = new DataFolder();
        var path = Path.Combine(folder.Path, name);
        await File.WriteAllTextAsync(path, string.Join(' ', Enumerable.Repeat("This is a letter.", 500)));
        var (code, _, errors) = await QuickstartProcess.RunAsync(folder.Path, Small);
        Assert.That(code, Is.EqualTo(2));
        Assert.That(errors, Does.Contain(path).And.Contain("not a SQLite database").And.Not.Contain("   at "));
    }

    [Test]
    public async Task ADatabaseOfSomebodyElseIsLeftAlone()
    {
        using var folder = new DataFolder();
        using (var mirror = new global::Quickstart.MirrorStore(folder.Hr))
        {
        }

        var (code, _, errors) = await QuickstartProcess.RunAsync(folder.Path, Small);
        Assert.That(code, Is.EqualTo(2));
        Assert.That(errors, Does.Contain("not the quickstart's HR database"));
    }

    [Test]
    public async Task AFolderThatCannotBeMadeIsNamed()
    {
        using var folder = new DataFolder();
        await File.WriteAllTextAsync(folder.Hr, "a file, no folder");
        var (code, _, errors) = await QuickstartProcess.RunAsync(Path.Combine(folder.Hr, "below"), Small);
        Assert.That(code, Is.EqualTo(2));
        Assert.That(errors, Does.Contain("cannot be made").And.Contain("--data").And.Not.Contain("   at "));
    }

    [Test]
    public async Task TwoAtOnceInOneFolderAreRefused()
    {
        using var folder = new DataFolder();
        using var process = QuickstartProcess.Start(folder.Path, "--people", "200", "--changes", "100000", "--seconds", "100");
        Assert.That(await process.NextLineAsync(), Does.StartWith("database"));
        var (code, _, errors) = await QuickstartProcess.RunAsync(folder.Path, Small);
        await process.KillAsync();
        Assert.That(code, Is.EqualTo(2));
        Assert.That(errors, Does.Contain("another quickstart"));
    }

    [TestCase("--shape", "round")]
    [TestCase("--changes", "many")]
    [TestCase("--changes", "-1")]
    [TestCase("--sounds")]
    [TestCase("--seed")]
    public async Task AWrongArgumentIsExplained(params string[] arguments)
    {
        using var folder = new DataFolder();
        var (code, _, errors) = await QuickstartProcess.RunAsync(folder.Path, arguments);
        Assert.That(code, Is.EqualTo(2));
        Assert.That(errors, Does.Contain(arguments[0]).And.Contain("--help"));
        Assert.That(File.Exists(folder.Hr), Is.False);
    }

    [Test]
    public async Task HelpNamesTheOptions()
    {
        using var folder = new DataFolder();
        var (code, output, _) = await QuickstartProcess.RunAsync(folder.Path, "--help");
        Assert.That(code, Is.Zero);
        Assert.That(output, Does.Contain("--data").And.Contain("--changes").And.Contain("--seconds").And.Contain("--shape"));
    }

    /// <summary>The position on the first line of a topic, after the object class.</summary>
    private static string Position(string output, string topic) =>
        output.Split(Environment.NewLine).First(line => line.StartsWith(topic, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[2].TrimEnd(',');
}
