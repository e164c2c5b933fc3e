using Sluice;

namespace Corpus.Slc007.NearlyRight;

[ObjectClass("device")]
public sealed partial class {|SLC007:Device|}
{
    [Name]
    public required string SerialNumber { get; init; }

    public string? Room { get; init; }
}
