using Sluice.Testing;

namespace Sluice.Generators.Tests.Connector;

public sealed class ConnectorSnapshotTests
{
    [Test]
    public void Hr() => Snapshot.Match(GeneratorRun.Of(ConnectorProject.Usings + Showcases.Hr, ConnectorProject.Alone));

    [Test]
    public void Tables() => Snapshot.Match(GeneratorRun.Of(ConnectorProject.Usings + Showcases.Tables, ConnectorProject.Alone));
}
