using Sluice;

namespace Corpus.Slc009.BehindBaseClass;

public abstract class Entry
{
    [Uid]
    public string Id { get; init; } = "";

    [ObjectAttribute("telephone")]
    public string? Phone { get; init; }
}

[ObjectClass(ObjectClasses.Account)]
public sealed partial class Person : Entry
{
    [Name]
    public string Login { get; init; } = "";

    public string? {|SLC009:Telephone|} { get; init; }
}
