using Microsoft.CodeAnalysis;

namespace Sluice.Analyzers.Values;

/// <summary>A law that is decided on where the values in a connector come from.</summary>
internal interface IConnectorRule
{
    IEnumerable<Diagnostic> Check(ConnectorFacts facts);
}
