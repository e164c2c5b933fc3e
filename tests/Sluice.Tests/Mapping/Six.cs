namespace Sluice.Tests.Mapping;

/// <summary>Uid, name and six texts: the object that the figures are given for. Counts how often its attributes are read.</summary>
[ObjectClass(ObjectClasses.Account)]
public sealed partial class Six([Uid] string id, [Name] string login, string? a, string? b, string? c, string? d, string? e, string? f)
{
    [Ignore] public static int Reads { get; set; }

    public string Id => id;
    public string Login => login;
    public string? A => Read(a);
    public string? B => Read(b);
    public string? C => Read(c);
    public string? D => Read(d);
    public string? E => Read(e);
    public string? F => Read(f);

    public static Six Sample() => new("1", "ada", "a", "b", "c", "d", "e", "f");

    private static string? Read(string? value)
    {
        Reads++;
        return value;
    }
}
