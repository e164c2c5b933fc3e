using Sluice;

namespace Corpus.Slc406ByName;

/// <summary>The attribute is the password by its name.</summary>
[ObjectClass(ObjectClasses.Account)]
public sealed partial class Person
{
    [Uid]
    public string Id { get; init; } = "";

    [Name]
    public string Login { get; init; } = "";

    [ObjectAttribute(AttributeNames.CurrentPassword)]
    public string? {|SLC406:Credential|} { get; init; }
}
