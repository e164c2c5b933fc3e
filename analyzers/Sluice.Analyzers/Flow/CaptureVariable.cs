using Microsoft.CodeAnalysis;

namespace Sluice.Analyzers.Flow;

/// <summary>A variable of the graph itself: it holds a value across blocks that the source has in one expression.</summary>
internal sealed class CaptureVariable
{
    /// <summary>What may be in it.</summary>
    public List<IOperation> Values { get; } = [];
}
