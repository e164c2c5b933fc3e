using System.ComponentModel.DataAnnotations;
using Sluice;

namespace Corpus.Slc011.RangeOnText;

[ConnectorConfiguration]
public sealed partial class HrConfiguration
{
    [{|SLC011:Range(1, 65535)|}]
    public string Port { get; set; } = "389";
}
