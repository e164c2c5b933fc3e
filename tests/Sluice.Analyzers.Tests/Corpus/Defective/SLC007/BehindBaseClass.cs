using Sluice;

namespace Corpus.Slc007.BehindBaseClass;

public abstract record Entry
{
    [Uid]
    public string Id { get; init; } = "";
}

[ObjectClass(ObjectClasses.Account)]
public sealed partial record {|SLC007:Person|} : Entry
{
    public string Login { get; init; } = "";
}
