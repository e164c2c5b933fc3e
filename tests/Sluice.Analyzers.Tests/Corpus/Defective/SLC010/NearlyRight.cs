using Sluice;

namespace Corpus.Slc010.NearlyRight;

[ConnectorConfiguration]
public sealed partial record HrConfiguration(string Address, IReadOnlyList<DateTimeOffset>? {|SLC010:Holidays|} = null, bool Verbose = false);
