namespace Sluice;

/// <summary>
/// A connector's own token type: it encodes itself as text, which is the only token type that every host stores without
/// surprises. A type that also implements <see cref="IComparable{T}"/> declares an order, and the facade then checks it.
/// </summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface ISyncTokenCodec<TSelf>
    where TSelf : ISyncTokenCodec<TSelf>
{
    /// <summary>Writes a value as text, in any culture the same and without loss (SLC213).</summary>
    /// <param name="value">The value.</param>
    static abstract string Encode(TSelf value);

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">The text is not a token of this connector or of this source.</exception>
    static abstract TSelf Decode(string text);
}
