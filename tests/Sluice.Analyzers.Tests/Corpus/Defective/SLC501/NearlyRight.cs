using Sluice;

namespace Corpus.Slc501NearlyRight;

/// <summary>Marked as confidential, and a text all the same.</summary>
[ConnectorConfiguration]
public sealed partial class FeedConfiguration
{
    public string CertificateFile { get; set; } = "";

    [ConfigurationProperty(DisplayName = "Passphrase of the certificate", Confidential = true)]
    public string {|SLC501:CertificatePassphrase|} { get; set; } = "";
}
