using System.ComponentModel.DataAnnotations;
using Sluice;

namespace Corpus.Slc011.NearlyRight;

[ConnectorConfiguration]
public sealed partial class HrConfiguration
{
    [Range(1, 9)]
    public int Level { get; set; } = 3;

    [{|SLC011:Url|}]
    public int Port { get; set; } = 389;

    [EmailAddress]
    public string? Sender { get; set; }
}
