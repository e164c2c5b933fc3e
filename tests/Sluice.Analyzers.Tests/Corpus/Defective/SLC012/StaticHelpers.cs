using Sluice;

namespace Corpus.Slc012.StaticHelpers;

[ObjectClass("device")]
public sealed partial record Device([Uid] string Id, [Name] string Label);

internal static class {|SLC012:Devices|}
{
    [Search<Device>]
    public static IEnumerable<Device> Find(Filter? filter) => [new Device("d1", "Scanner")];
}
