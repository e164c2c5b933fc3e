namespace Sluice.Benchmarks;

/// <summary>The class of the untyped deltas: as many attributes as a <see cref="Person"/>, but no annotated type.</summary>
public static class Devices
{
    public const string Name = "device";

    public static readonly ObjectClass Class = ObjectClass.Of(Name);

    public static readonly ObjectShape Shape = new(
        Class,
        ["__UID__", "__NAME__", "mail", "givenName", "familyName", "telephone", "department", "employeeNumber"]);
}
