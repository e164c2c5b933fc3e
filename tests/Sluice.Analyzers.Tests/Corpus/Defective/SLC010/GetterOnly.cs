using System.ComponentModel.DataAnnotations;
using Sluice;

namespace Corpus.Slc010.GetterOnly;

[ConnectorConfiguration]
public sealed partial class HrConfiguration
{
    [ConfigurationProperty(Order = 1), Required]
    public string {|SLC010:Address|} { get; } = "";

    [ConfigurationProperty(Order = 2)]
    public int PageSize { get; init; } = 100;
}
