using BenchmarkDotNet.Attributes;

namespace Sluice.Benchmarks;

/// <summary>From the annotated object to a connector object and back, and reading it.</summary>
[MemoryDiagnoser]
public class MappingBenchmarks
{
    private static readonly ObjectMapping<Person> Mapping = ObjectMapping.Of<Person>();
    private readonly ObjectShape _three = Mapping.Info.Shape.Project(["mail"]);
    private readonly Person _person = Person.Number(7);
    private readonly ConnectorObject _object = Mapping.ToConnectorObject(Person.Number(7));

    [Benchmark(Description = "to a connector object, 8 of 8")]
    public ConnectorObject All() => Mapping.ToConnectorObject(_person);

    [Benchmark(Description = "to a connector object, 3 of 8")]
    public ConnectorObject Three() => Mapping.ToConnectorObject(_person, _three);

    [Benchmark(Description = "back to the annotated object")]
    public Person Back() => Mapping.FromConnectorObject(_object);

    [Benchmark(Description = "read 6 attributes by name")]
    public int Read() => Length("mail") + Length("givenName") + Length("familyName") + Length("telephone") + Length("department") + Length("employeeNumber");

    private int Length(string attribute) => _object[attribute] is string text ? text.Length : 0;
}
