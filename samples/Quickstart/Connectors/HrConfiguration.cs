using System.ComponentModel.DataAnnotations;
using Sluice;

namespace Quickstart;

/// <summary>Where the HR database is.</summary>
[ConnectorConfiguration]
public sealed partial class HrConfiguration
{
    /// <summary>The database's file.</summary>
    [ConfigurationProperty(Order = 1, DisplayName = "Database file"), Required]
    public string DataSource { get; set; } = "";

    /// <summary>How many rows are read at once.</summary>
    [ConfigurationProperty(Order = 2), Range(1, 10_000)]
    public int PageSize { get; set; } = 200;
}
