namespace Sluice.Benchmarks;

/// <summary>Objects, and every way to read six attributes of each of them.</summary>
public sealed class ReadingWays
{
    /// <summary>How many objects one call reads.</summary>
    public const int Objects = 64;

    private static readonly string[] Names = ["mail", "givenName", "familyName", "telephone", "department", "employeeNumber"];
    private static readonly string[] Copies = [.. Names.Select(name => new string(name.AsSpan()))];

    private readonly ConnectorObject[] _objects = [.. People.Select(person => ObjectMapping.Of<Person>().ToConnectorObject(person))];
    private readonly HandMadeObject[] _byHand = [.. People.Select(HandMappings.Person.ToObject)];
    private readonly Dictionary<string, object?>[] _dictionaries =
        [.. People.Select(HandMappings.Person.ToObject).Select(one => one.Shape.Names.Zip(one.Values).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.OrdinalIgnoreCase))];

    private static IEnumerable<Person> People => Enumerable.Range(0, Objects).Select(Person.Number);

    public int BySlotByHand()
    {
        var sum = 0;
        foreach (var one in _byHand)
        {
            var values = one.Values;
            sum += Length(values[2]) + Length(values[3]) + Length(values[4]) + Length(values[5]) + Length(values[6]) + Length(values[7]);
        }

        return sum;
    }

    public int BySlot()
    {
        var sum = 0;
        foreach (var one in _objects)
            sum += Length(one.ValueAt(2)) + Length(one.ValueAt(3)) + Length(one.ValueAt(4)) + Length(one.ValueAt(5)) + Length(one.ValueAt(6)) + Length(one.ValueAt(7));
        return sum;
    }

    public int ByNameByHand() => ByNameByHand(Names);

    public int ByName() => ByName(Names);

    /// <summary>With names that are not the very strings of the schema, as they come from a configuration.</summary>
    public int ByCopiedNameByHand() => ByNameByHand(Copies);

    public int ByCopiedName() => ByName(Copies);

    public int ByDictionary()
    {
        var sum = 0;
        foreach (var one in _dictionaries)
        {
            foreach (var name in Names)
                sum += Length(one.GetValueOrDefault(name));
        }

        return sum;
    }

    private static int Length(object? value) => value is string text ? text.Length : 0;

    private int ByNameByHand(string[] names)
    {
        var sum = 0;
        foreach (var one in _byHand)
        {
            foreach (var name in names)
                sum += Length(one.Find(name));
        }

        return sum;
    }

    private int ByName(string[] names)
    {
        var sum = 0;
        foreach (var one in _objects)
        {
            foreach (var name in names)
                sum += Length(one[name]);
        }

        return sum;
    }
}
