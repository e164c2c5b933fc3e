namespace Sluice.Generators.Model;

/// <summary>The type of a token in a connector's method.</summary>
/// <param name="Kind">The type.</param>
/// <param name="Codec">The connector's own type, for codecs.</param>
/// <param name="IsOrdered">Whether the connector's own type declares an order.</param>
/// <param name="AllowsNull">Whether null, "from the beginning" or "no change yet", can be said in it.</param>
internal sealed record TokenModel(TokenKind Kind, string? Codec, bool IsOrdered, bool AllowsNull)
{
    /// <summary>Whether null is no value of the type and must be replaced by its default.</summary>
    public bool IsValue => Kind is not (TokenKind.String or TokenKind.Bytes or TokenKind.Codec);

    /// <summary>Whether a token given in one type can be taken in the other: numbers are converted, a codec travels as text, and a <c>SyncToken</c> says nothing (SLC208).</summary>
    public bool IsInterchangeableWith(TokenModel other)
    {
        var isCodec = Kind is TokenKind.Codec or TokenKind.CodecValue;
        return Kind == TokenKind.SyncToken || other.Kind == TokenKind.SyncToken
            || (Family == other.Family && (!isCodec || other.Codec is null || string.Equals(Codec, other.Codec, StringComparison.Ordinal)));
    }

    private TokenKind Family => Kind switch
    {
        TokenKind.Int32 or TokenKind.Double => TokenKind.Int64,
        TokenKind.Codec or TokenKind.CodecValue => TokenKind.String,
        _ => Kind,
    };
}
