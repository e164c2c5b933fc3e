using System.ComponentModel.DataAnnotations;
using Sluice;

namespace Corpus.Slc011.BadPattern;

[ConnectorConfiguration]
public sealed partial class HrConfiguration
{
    [Required, {|SLC011:RegularExpression("[a-z")|}]
    public string Prefix { get; set; } = "";
}
