using System.ComponentModel.DataAnnotations;
using Sluice;

namespace SampleConnector;

/// <summary>What an operator sets. The generator writes binding and validation; all errors are reported together.</summary>
[ConnectorConfiguration]
public sealed partial class PeopleConfiguration
{
    /// <summary>The change log: one line per change, see <see cref="PeopleConnector"/>.</summary>
    [ConfigurationProperty(Order = 1, DisplayName = "Change log"), Required]
    public string ChangeLog { get; set; } = "";
}
