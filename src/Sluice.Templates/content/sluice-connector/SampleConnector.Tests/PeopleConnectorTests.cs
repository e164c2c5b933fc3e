namespace SampleConnector.Tests;

public sealed class PeopleConnectorTests
{
    [Test]
    public void The_connector_exists() => Assert.That(new PeopleConnector(), Is.Not.Null);
}
