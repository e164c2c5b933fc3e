using System.ComponentModel.DataAnnotations;
using Sluice;

namespace Corpus.Slc501Record;

/// <summary>A record is a configuration too.</summary>
[ConnectorConfiguration]
public sealed partial record DirectoryConfiguration([property: Required] string Server, string BindName = "", string? {|SLC501:BindPassword|} = null);
