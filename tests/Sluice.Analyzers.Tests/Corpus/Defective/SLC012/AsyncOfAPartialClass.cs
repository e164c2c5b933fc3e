using Sluice;

namespace Corpus.Slc012.AsyncOfAPartialClass;

[ObjectClass("device")]
public sealed partial record Device([Uid] string Id, [Name] string Label);

public partial class {|SLC012:DeviceFeed|}
{
    private readonly List<Device> _devices = [new("d1", "Scanner")];

    [Search<Device>]
    public async IAsyncEnumerable<Device> FindAsync(Filter? filter)
    {
        await Task.Yield();
        foreach (var device in _devices)
            yield return device;
    }
}
