namespace SampleConnector;

public sealed record Person(string Id);
