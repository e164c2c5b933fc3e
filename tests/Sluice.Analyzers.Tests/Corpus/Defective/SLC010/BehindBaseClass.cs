using Sluice;

namespace Corpus.Slc010.BehindBaseClass;

public abstract class ServerConfiguration
{
    public string Server { get; set; } = "";

    public Dictionary<string, string> {|SLC010:Headers|} { get; set; } = [];
}

[ConnectorConfiguration]
public sealed partial class HrConfiguration : ServerConfiguration
{
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}
