using Sluice;

namespace Corpus.Slc010.Untyped;

[ConnectorConfiguration]
public sealed partial class HrConfiguration
{
    public object? {|SLC010:Extra|} { get; set; }

    public string Address { get; set; } = "";
}
