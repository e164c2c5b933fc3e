using Sluice;

namespace Corpus.Slc008.BehindBaseClass;

public abstract class Entry
{
    [Uid, Name]
    public string Id { get; init; } = "";

    public Uri? {|SLC008:Home|} { get; init; }
}

[ObjectClass("site")]
public sealed partial class Site : Entry
{
    public string? City { get; init; }
}
