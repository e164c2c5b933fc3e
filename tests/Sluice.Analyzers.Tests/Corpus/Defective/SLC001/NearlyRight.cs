using Sluice;

namespace Corpus.Slc001.NearlyRight;

public partial class Outer
{
    public sealed class {|SLC001:Inner|}
    {
        [ConnectorConfiguration]
        public sealed partial class HrConfiguration
        {
            public int PageSize { get; set; } = 100;
        }
    }
}
