namespace Sluice.Runtime;

/// <summary>
/// Converts what a connector's latest token method answers, for the types that do not convert by themselves: the reverse of
/// <see cref="TokenParameter"/>. Null means that there was no change yet.
/// </summary>
public static class TokenResult
{
    /// <summary>The token of a text.</summary>
    /// <param name="value">The text, or null.</param>
    public static SyncToken? String(string? value) => value is null ? default(SyncToken?) : value;

    /// <summary>The token of bytes.</summary>
    /// <param name="value">The bytes, or null.</param>
    public static SyncToken? Bytes(byte[]? value) => value is null ? default(SyncToken?) : value;

    /// <summary>The token of a connector's own struct.</summary>
    /// <typeparam name="T">The type, its own codec.</typeparam>
    /// <param name="value">The value, or null.</param>
    public static SyncToken? CodecValue<T>(T? value)
        where T : struct, ISyncTokenCodec<T> => value is { } given ? SyncToken.From(given) : default(SyncToken?);

    /// <summary>The token of a connector's own class.</summary>
    /// <typeparam name="T">The type, its own codec.</typeparam>
    /// <param name="value">The value, or null.</param>
    public static SyncToken? Codec<T>(T? value)
        where T : class, ISyncTokenCodec<T> => value is null ? default(SyncToken?) : SyncToken.From(value);
}
