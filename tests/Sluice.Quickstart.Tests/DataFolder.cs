using Quickstart;

namespace Sluice.Quickstart.Tests;

/// <summary>A folder with an HR database of its own.</summary>
internal sealed class DataFolder : IDisposable
{
    public DataFolder() => Directory.CreateDirectory(Path);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "sluice-quickstart-" + Guid.NewGuid().ToString("N"));

    public string Hr => System.IO.Path.Combine(Path, "hr.db");

    public string Mirror => System.IO.Path.Combine(Path, "mirror.db");

    /// <summary>A folder with an HR database, made by the sample's own means, with some changes after its filling.</summary>
    public static async Task<DataFolder> FilledAsync(int people, int teams, int changes)
    {
        var folder = new DataFolder();
        HrFile.Ensure(folder.Hr, people, teams, creating: () => { });
        await new HrWriter(folder.Hr, seed: 7).RunAsync(changes, TimeSpan.Zero, halfway: Task.CompletedTask, CancellationToken.None);
        return folder;
    }

    /// <summary>What the mirror lacks or has too much, compared with the database.</summary>
    public Comparison Compare()
    {
        using var mirror = new MirrorStore(Mirror);
        return Comparison.Of(new HrDatabase(Hr), mirror);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
