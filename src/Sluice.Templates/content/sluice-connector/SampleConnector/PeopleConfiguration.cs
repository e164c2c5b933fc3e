namespace SampleConnector;

public sealed class PeopleConfiguration;
