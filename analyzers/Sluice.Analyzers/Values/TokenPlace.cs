using Microsoft.CodeAnalysis;

namespace Sluice.Analyzers.Values;

/// <summary>A place where a connector hands over a token.</summary>
/// <param name="Kind">What it is given to.</param>
/// <param name="Value">The token, as it is handed over.</param>
/// <param name="Place">The call, creation or return that takes it.</param>
/// <param name="Method">The method of the connector that it is in.</param>
internal sealed record TokenPlace(TokenPlaceKind Kind, IOperation Value, IOperation Place, IMethodSymbol Method)
{
    /// <summary>How messages call it.</summary>
    public string Text => Kind switch
    {
        TokenPlaceKind.Delta => "the token of a delta",
        TokenPlaceKind.Checkpoint => "the token of a checkpoint",
        TokenPlaceKind.Final => "the final token",
        _ => "the latest token",
    };
}
