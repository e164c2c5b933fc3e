using System.ComponentModel.DataAnnotations;
using Sluice;

namespace Corpus.Slc501Plain;

/// <summary>The password is shown wherever the configuration is.</summary>
[ConnectorConfiguration]
public sealed partial class HrConfiguration
{
    [ConfigurationProperty(Order = 1), Required, Url]
    public string Address { get; set; } = "";

    [ConfigurationProperty(Order = 2)]
    public string? {|SLC501:Password|} { get; set; }
}
