namespace Sluice.BuildCost;

/// <summary>A folder outside the repository, so that nothing of the repository reaches the builds in it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("sluice-build-cost-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
