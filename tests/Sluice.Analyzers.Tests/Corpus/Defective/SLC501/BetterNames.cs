using System.ComponentModel.DataAnnotations;
using Sluice;

namespace Corpus.Slc501BetterNames;

/// <summary>Other words for the same.</summary>
[ConnectorConfiguration]
public sealed partial class CrmConfiguration
{
    [Required]
    public string TenantId { get; set; } = "";

    [Required]
    public string {|SLC501:ClientSecret|} { get; set; } = "";

    public string {|SLC501:CrmApiKey|} { get; set; } = "";

    [ConfigurationProperty(Confidential = true)]
    public string? {|SLC501:RefreshToken|} { get; set; }
}
