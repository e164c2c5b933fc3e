using System.ComponentModel.DataAnnotations;
using Sluice;

namespace Corpus.Slc011.BehindBaseClass;

public abstract class ServerConfiguration
{
    [{|SLC011:StringLength(10)|}]
    public int PageSize { get; set; } = 100;
}

[ConnectorConfiguration]
public sealed partial class HrConfiguration : ServerConfiguration
{
    [Required, Url]
    public string Address { get; set; } = "";
}
