namespace Sluice.Generators;

/// <summary>The names of the connector generator's stages, for tests and for the compiler's statistics.</summary>
internal static class ConnectorSteps
{
    /// <summary>From symbol to model.</summary>
    public const string Parse = "Connector.Parse";

    /// <summary>Hint names that more than one file would get.</summary>
    public const string Ambiguous = "Connector.Ambiguous";

    /// <summary>Model and hint name of one connector's file.</summary>
    public const string File = "Connector.File";

    /// <summary>What the catalogue needs to know of one connector.</summary>
    public const string CatalogEntry = "Catalog.Entry";

    /// <summary>The namespace of the catalogue.</summary>
    public const string CatalogNamespace = "Catalog.Namespace";

    /// <summary>The catalogue.</summary>
    public const string CatalogFile = "Catalog.File";
}
