namespace Sluice.Generators.Model;

/// <summary>The types that a token can have; the names are those of the conversions in <c>TokenParameter</c>.</summary>
internal enum TokenKind
{
    /// <summary>The token itself.</summary>
    SyncToken,

    /// <summary>Text.</summary>
    String,

    /// <summary>A 64-bit number.</summary>
    Int64,

    /// <summary>A 32-bit number.</summary>
    Int32,

    /// <summary>A floating-point number.</summary>
    Double,

    /// <summary>A boolean.</summary>
    Boolean,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>A date and time.</summary>
    DateTimeOffset,

    /// <summary>The connector's own struct.</summary>
    CodecValue,

    /// <summary>The connector's own class.</summary>
    Codec,
}
