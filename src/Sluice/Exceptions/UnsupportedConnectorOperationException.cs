namespace Sluice;

/// <summary>A connector does not have an operation at all.</summary>
public sealed class UnsupportedConnectorOperationException : ConnectorException
{
    /// <summary>Reports a missing operation.</summary>
    /// <param name="operation">The operation that was asked for.</param>
    /// <param name="supported">The operations that the connector has.</param>
    public UnsupportedConnectorOperationException(string operation, IReadOnlyList<string> supported)
        : base(Describe(operation, supported)) => Operation = operation;

    /// <summary>The operation that was asked for.</summary>
    public string Operation { get; }

    private static string Describe(string operation, IReadOnlyList<string> supported)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(operation);
        ArgumentNullException.ThrowIfNull(supported);
        var known = supported.Count == 0 ? "no operation" : string.Join(", ", supported);
        return $"The connector has no operation {operation}; it has {known}.";
    }
}
