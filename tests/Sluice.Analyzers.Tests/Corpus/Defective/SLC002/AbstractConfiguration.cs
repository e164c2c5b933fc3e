using Sluice;

namespace Corpus.Slc002.AbstractConfiguration;

[ConnectorConfiguration]
public abstract partial class {|SLC002:DirectoryConfiguration|}
{
    public string Address { get; set; } = "";
}
