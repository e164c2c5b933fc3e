namespace Sluice.Tests.Mapping;

[ObjectClass("numbered")]
public sealed partial record NumberedObject([Uid] long Number, [Name] Name Login);

[ObjectClass("wrapped")]
public sealed partial record WrappedObject([Uid] Uid Id, [Name] string Login);

[ObjectClass("shared")]
public sealed partial record SharedObject([Uid, Name] string Login);

[ObjectClass("counted")]
public sealed partial record CountedObject([Uid, Name] int Number);

[ObjectClass("account")]
public sealed partial record WithPassword([Uid] string Id, [Name] string Login, [Password] GuardedString Password)
{
    [ObjectAttribute(NotReturnedByDefault = true)]
    public string? Photo { get; init; }
}
