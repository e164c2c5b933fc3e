using Sluice;

namespace Corpus.Slc001.RecordAndConfiguration;

[ObjectClass(ObjectClasses.Account)]
public sealed record {|SLC001:Person|}([Uid] string Id, [Name] string Login);

[ConnectorConfiguration]
public sealed class {|SLC001:HrConfiguration|}
{
    public string Address { get; set; } = "";
}
