using Sluice.Testing;

namespace Sluice.Generators.Tests.Connector;

public sealed class ConnectorSnapshotTests
{
    // The other generators have snapshots of their own.
    private static Consumer Only { get; } = ConnectorProject.Nullable;

    [Test]
    public void Hr() => Snapshot.Match(GeneratorRun.Of(Showcases.Hr, Only));
}
