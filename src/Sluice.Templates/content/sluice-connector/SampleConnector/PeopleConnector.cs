namespace SampleConnector;

public sealed class PeopleConnector;
