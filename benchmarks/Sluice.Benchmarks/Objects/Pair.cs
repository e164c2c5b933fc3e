namespace Sluice.Benchmarks;

/// <summary>The least that an object can have: a uid and a name.</summary>
[ObjectClass("pair")]
public sealed partial record Pair([Uid] string Id, [Name] string Login)
{
    public static Pair Number(int number) => new($"p{number}", $"login{number}");
}
