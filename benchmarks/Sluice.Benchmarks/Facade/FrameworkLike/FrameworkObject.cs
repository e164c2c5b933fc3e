namespace Sluice.Benchmarks.FrameworkLike;

/// <summary>An object as frameworks of the field hold it: a dictionary, ignoring case, of attributes that each hold a list of values.</summary>
public sealed class FrameworkObject(string objectClass, string uid, string name, IEnumerable<FrameworkAttribute> attributes)
{
    private readonly Dictionary<string, FrameworkAttribute> _attributes = attributes.ToDictionary(one => one.Name, StringComparer.OrdinalIgnoreCase);

    public string ObjectClass { get; } = objectClass;

    public string Uid { get; } = uid;

    public string Name { get; } = name;

    public IReadOnlyCollection<FrameworkAttribute> Attributes => _attributes.Values;

    public FrameworkAttribute? Find(string name) => _attributes.GetValueOrDefault(name);

    /// <summary>A person's attributes, each built by its name.</summary>
    public static FrameworkObject Of(Person person) => new("__ACCOUNT__", person.Id, person.Login,
    [
        new("__UID__", [person.Id]),
        new("__NAME__", [person.Login]),
        new("mail", [person.Mail]),
        new("givenName", [person.GivenName]),
        new("familyName", [person.FamilyName]),
        new("telephone", [person.Telephone]),
        new("department", [person.Department]),
        new("employeeNumber", [person.EmployeeNumber]),
    ]);
}

/// <summary>An attribute: its name and a list of values, also where there is one.</summary>
public sealed class FrameworkAttribute(string name, IEnumerable<object?> values)
{
    public string Name { get; } = name;

    public IReadOnlyList<object?> Values { get; } = new List<object?>(values).AsReadOnly();
}

/// <summary>A change; the token is an object, so numbers are boxed.</summary>
public sealed class FrameworkDelta(object token, FrameworkObject @object)
{
    public object Token { get; } = token;

    public FrameworkObject Object { get; } = @object;
}
