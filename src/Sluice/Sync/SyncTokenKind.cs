namespace Sluice;

/// <summary>The value types that a sync token can have (SLC210).</summary>
public enum SyncTokenKind
{
    /// <summary>No value: the default of <see cref="SyncToken"/>, which no connector may hand over.</summary>
    None,

    /// <summary>Opaque text; it is compared for equality only, unless its codec declares an order.</summary>
    String,

    /// <summary>A 32-bit number; ordered.</summary>
    Int32,

    /// <summary>A 64-bit number; ordered.</summary>
    Int64,

    /// <summary>A double-precision number; ordered.</summary>
    Double,

    /// <summary>A boolean; compared for equality only.</summary>
    Boolean,

    /// <summary>Opaque bytes; compared for equality only.</summary>
    Bytes,

    /// <summary>A date and time with its offset; ordered by the instant.</summary>
    DateTimeOffset,
}
