namespace Sluice.Runtime;

/// <summary>
/// Converts a token to the type of a connector's token parameter. Neighbouring number types are tolerated, since a host may hand
/// back an int32 for an int64; anything else is refused (SLC210).
/// </summary>
public static class TokenParameter
{
    /// <summary>The token as text.</summary>
    /// <param name="token">The token; null means from the beginning.</param>
    public static string? String(SyncToken? token) => token is not { } given ? null
        : given.Kind == SyncTokenKind.String ? given.AsString() : throw Refused(given, "text");

    /// <summary>The token as a number.</summary>
    /// <param name="token">The token; null means from the beginning.</param>
    public static long? Int64(SyncToken? token) => token is not { } given ? null : given.Kind switch
    {
        SyncTokenKind.Int64 => given.AsInt64(),
        SyncTokenKind.Int32 => given.AsInt32(),
        SyncTokenKind.Double when given.AsDouble() is > -9007199254740992 and < 9007199254740992 and var number && double.IsInteger(number) => (long)number,
        _ => throw Refused(given, "an int64"),
    };

    /// <summary>The token as a number.</summary>
    /// <param name="token">The token; null means from the beginning.</param>
    public static int? Int32(SyncToken? token) => Int64(token) is not { } wide ? null
        : wide is >= int.MinValue and <= int.MaxValue ? (int)wide : throw Refused(token!.Value, "an int32");

    /// <summary>The token as a number.</summary>
    /// <param name="token">The token; null means from the beginning.</param>
    public static double? Double(SyncToken? token) => token is not { } given ? null : given.Kind switch
    {
        SyncTokenKind.Double => given.AsDouble(),
        SyncTokenKind.Int32 => given.AsInt32(),
        SyncTokenKind.Int64 when given.AsInt64() is >= -9007199254740992 and <= 9007199254740992 and var number => number,
        _ => throw Refused(given, "a double"),
    };

    /// <summary>The token as a boolean.</summary>
    /// <param name="token">The token; null means from the beginning.</param>
    public static bool? Boolean(SyncToken? token) => token is not { } given ? null
        : given.Kind == SyncTokenKind.Boolean ? given.AsBoolean() : throw Refused(given, "a boolean");

    /// <summary>The token as bytes of its own.</summary>
    /// <param name="token">The token; null means from the beginning.</param>
    public static byte[]? Bytes(SyncToken? token) => token is not { } given ? null
        : given.Kind == SyncTokenKind.Bytes ? given.AsBytes().ToArray() : throw Refused(given, "bytes");

    /// <summary>The token as a date and time.</summary>
    /// <param name="token">The token; null means from the beginning.</param>
    public static DateTimeOffset? DateTimeOffset(SyncToken? token) => token is not { } given ? null
        : given.Kind == SyncTokenKind.DateTimeOffset ? given.AsDateTimeOffset() : throw Refused(given, "a date and time");

    /// <summary>The token as a connector's own struct.</summary>
    /// <typeparam name="T">The type, its own codec.</typeparam>
    /// <param name="token">The token; null means from the beginning.</param>
    public static T? CodecValue<T>(SyncToken? token)
        where T : struct, ISyncTokenCodec<T> => token is { } given ? Decode<T>(given) : null;

    /// <summary>The token as a connector's own class.</summary>
    /// <typeparam name="T">The type, its own codec.</typeparam>
    /// <param name="token">The token; null means from the beginning.</param>
    public static T? Codec<T>(SyncToken? token)
        where T : class, ISyncTokenCodec<T> => token is { } given ? Decode<T>(given) : null;

    internal static T Decode<T>(in SyncToken token)
        where T : ISyncTokenCodec<T>
    {
        if (token.Kind != SyncTokenKind.String)
            throw Refused(token, $"the text of a {typeof(T).Name}");
        try
        {
            return T.Decode(token.AsString());
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or ArgumentException)
        {
            throw Refused(token, $"the text of a {typeof(T).Name}", exception);
        }
    }

    private static InvalidSyncTokenException Refused(SyncToken token, string wanted, Exception? cause = null) => new(
        $"The sync token {token} is not one of this connector: it is of type {token.Kind}, and {wanted} is wanted ({SyncLawIds.Slc210TokenValueType}). {cause?.Message}".TrimEnd(), cause)
    {
        LawId = SyncLawIds.Slc210TokenValueType,
        Token = token,
    };
}
