using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Sluice.Runtime;

namespace Sluice;

/// <summary>
/// A position in a source's changes. A token is opaque to the one who stores it; it survives as text
/// (<see cref="ToString"/>, <see cref="Parse"/>) and as JSON without loss.
/// </summary>
/// <remarks>
/// 16 bytes: a reference and 64 bits, so that numbers and times are not boxed. The token that covers several object classes
/// composes its text only when it is read.
/// </remarks>
[JsonConverter(typeof(ConnectorJsonConverter))]
public readonly struct SyncToken : IEquatable<SyncToken>
{
    private static readonly object Int32Kind = new();
    private static readonly object Int64Kind = new();
    private static readonly object DoubleKind = new();
    private static readonly object BooleanKind = new();

    private readonly object? _reference;
    private readonly long _bits;

    private SyncToken(object reference, long bits)
    {
        _reference = reference;
        _bits = bits;
    }

    /// <summary>The value's type.</summary>
    public SyncTokenKind Kind => _reference switch
    {
        null => SyncTokenKind.None,
        string or ComposedTokenPrefix => SyncTokenKind.String,
        byte[] => SyncTokenKind.Bytes,
        TimeOffset => SyncTokenKind.DateTimeOffset,
        var kind when kind == Int64Kind => SyncTokenKind.Int64,
        var kind when kind == Int32Kind => SyncTokenKind.Int32,
        var kind when kind == DoubleKind => SyncTokenKind.Double,
        _ => SyncTokenKind.Boolean,
    };

    /// <summary>Whether this is the default value, which is not a token.</summary>
    public bool IsDefault => _reference is null;

    /// <summary>Whether this is an empty text or no bytes at all: a position that tells nothing (SLC205).</summary>
    public bool IsEmpty => _reference is string { Length: 0 } or byte[] { Length: 0 };

    /// <summary>Makes a token of a number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator SyncToken(int value) => new(Int32Kind, value);

    /// <summary>Makes a token of a number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator SyncToken(long value) => new(Int64Kind, value);

    /// <summary>Makes a token of a number.</summary>
    /// <param name="value">The number; not NaN, which equals nothing.</param>
    public static implicit operator SyncToken(double value) => double.IsNaN(value)
        ? throw new ArgumentException("NaN is not a sync token: it equals no token, itself included.", nameof(value))
        : new(DoubleKind, BitConverter.DoubleToInt64Bits(value));

    /// <summary>Makes a token of a boolean.</summary>
    /// <param name="value">The boolean.</param>
    public static implicit operator SyncToken(bool value) => new(BooleanKind, value ? 1 : 0);

    /// <summary>Makes a token of a text.</summary>
    /// <param name="value">The text; never null: a first run has no token.</param>
    public static implicit operator SyncToken(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value, 0);
    }

    /// <summary>Makes a token of a copy of bytes.</summary>
    /// <param name="value">The bytes.</param>
    public static implicit operator SyncToken(byte[] value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value.Clone(), 0);
    }

    /// <summary>Makes a token of a date and time; the offset is kept.</summary>
    /// <param name="value">The date and time.</param>
    public static implicit operator SyncToken(DateTimeOffset value) => new(TimeOffset.Of(value.TotalOffsetMinutes), value.Ticks);

    /// <summary>Makes a token of a connector's own type, in the text form that its codec gives.</summary>
    /// <typeparam name="T">The type, its own codec.</typeparam>
    /// <param name="value">The value.</param>
    public static SyncToken From<T>(T value)
        where T : ISyncTokenCodec<T>
    {
        ArgumentNullException.ThrowIfNull(value);
        return T.Encode(value);
    }

    /// <summary>Whether two tokens are equal: the same type and exactly the same value.</summary>
    /// <param name="left">A token.</param>
    /// <param name="right">A token.</param>
    public static bool operator ==(in SyncToken left, in SyncToken right) => left.Equals(right);

    /// <summary>Whether two tokens differ.</summary>
    /// <param name="left">A token.</param>
    /// <param name="right">A token.</param>
    public static bool operator !=(in SyncToken left, in SyncToken right) => !left.Equals(right);

    /// <summary>
    /// Compares two tokens where their type has an order: numbers among each other, times among each other.
    /// </summary>
    /// <param name="left">A token.</param>
    /// <param name="right">A token.</param>
    /// <param name="order">Below zero, zero or above zero.</param>
    /// <returns>False where the tokens have no order.</returns>
    public static bool TryCompare(in SyncToken left, in SyncToken right, out int order)
    {
        if (ReferenceEquals(left._reference, right._reference)
            && (ReferenceEquals(left._reference, Int64Kind) || ReferenceEquals(left._reference, Int32Kind)))
        {
            order = left._bits.CompareTo(right._bits);
            return true;
        }

        if (left._reference is TimeOffset && right._reference is TimeOffset)
        {
            order = left.AsDateTimeOffset().CompareTo(right.AsDateTimeOffset());
            return true;
        }

        if (left.IsNumber && right.IsNumber)
        {
            // Doubles compare as doubles, also with an integer that one cannot hold exactly: no source mixes those.
            order = left.Kind == SyncTokenKind.Double || right.Kind == SyncTokenKind.Double
                ? left.AsDoubleLoosely().CompareTo(right.AsDoubleLoosely())
                : left._bits.CompareTo(right._bits);
            return true;
        }

        order = 0;
        return false;
    }

    /// <summary>The number.</summary>
    /// <exception cref="InvalidOperationException">The token is not an <see cref="SyncTokenKind.Int32"/>.</exception>
    public int AsInt32() => ReferenceEquals(_reference, Int32Kind) ? (int)_bits : throw NotA(SyncTokenKind.Int32);

    /// <summary>The number.</summary>
    /// <exception cref="InvalidOperationException">The token is not an <see cref="SyncTokenKind.Int64"/>.</exception>
    public long AsInt64() => ReferenceEquals(_reference, Int64Kind) ? _bits : throw NotA(SyncTokenKind.Int64);

    /// <summary>The number.</summary>
    /// <exception cref="InvalidOperationException">The token is not a <see cref="SyncTokenKind.Double"/>.</exception>
    public double AsDouble() => ReferenceEquals(_reference, DoubleKind) ? BitConverter.Int64BitsToDouble(_bits) : throw NotA(SyncTokenKind.Double);

    /// <summary>The boolean.</summary>
    /// <exception cref="InvalidOperationException">The token is not a <see cref="SyncTokenKind.Boolean"/>.</exception>
    public bool AsBoolean() => ReferenceEquals(_reference, BooleanKind) ? _bits != 0 : throw NotA(SyncTokenKind.Boolean);

    /// <summary>The text.</summary>
    /// <exception cref="InvalidOperationException">The token is not a <see cref="SyncTokenKind.String"/>.</exception>
    public string AsString() => _reference switch
    {
        string text => text,
        ComposedTokenPrefix prefix => prefix.Compose(_bits),
        _ => throw NotA(SyncTokenKind.String),
    };

    /// <summary>The bytes, as a view of the token's own copy.</summary>
    /// <exception cref="InvalidOperationException">The token is not <see cref="SyncTokenKind.Bytes"/>.</exception>
    public ReadOnlyMemory<byte> AsBytes() => _reference is byte[] bytes ? bytes : throw NotA(SyncTokenKind.Bytes);

    /// <summary>The date and time with its offset.</summary>
    /// <exception cref="InvalidOperationException">The token is not a <see cref="SyncTokenKind.DateTimeOffset"/>.</exception>
    public DateTimeOffset AsDateTimeOffset() => _reference is TimeOffset offset
        ? new DateTimeOffset(_bits, TimeSpan.FromMinutes(offset.Minutes))
        : throw NotA(SyncTokenKind.DateTimeOffset);

    /// <inheritdoc/>
    public bool Equals(SyncToken other)
    {
        if (ReferenceEquals(_reference, other._reference))
            return _bits == other._bits;
        return (_reference, other._reference) switch
        {
            (byte[] left, byte[] right) => left.AsSpan().SequenceEqual(right),
            (string or ComposedTokenPrefix, string or ComposedTokenPrefix) => string.Equals(AsString(), other.AsString(), StringComparison.Ordinal),
            _ => false,
        };
    }

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is SyncToken other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        switch (Kind)
        {
            case SyncTokenKind.None:
                return 0;
            case SyncTokenKind.String:
                return string.GetHashCode(AsString(), StringComparison.Ordinal);
            case SyncTokenKind.Bytes:
                var hash = default(HashCode);
                hash.AddBytes(AsBytes().Span);
                return hash.ToHashCode();
            default:
                return HashCode.Combine(Kind, _bits);
        }
    }

    /// <summary>The token's one text form: its type, a colon and its value, in any culture the same.</summary>
    /// <returns>For instance <c>int64:42</c>, <c>text:a7</c>, <c>time:2026-01-31T08:00:00.0000000+01:00</c>.</returns>
    public override string ToString() => Kind switch
    {
        SyncTokenKind.None => "",
        SyncTokenKind.String => "text:" + AsString(),
        SyncTokenKind.Int32 => string.Create(CultureInfo.InvariantCulture, $"int32:{_bits}"),
        SyncTokenKind.Int64 => string.Create(CultureInfo.InvariantCulture, $"int64:{_bits}"),
        SyncTokenKind.Double => string.Create(CultureInfo.InvariantCulture, $"double:{AsDouble():R}"),
        SyncTokenKind.Boolean => _bits != 0 ? "boolean:true" : "boolean:false",
        SyncTokenKind.Bytes => "bytes:" + Convert.ToBase64String(AsBytes().Span),
        _ => string.Create(CultureInfo.InvariantCulture, $"time:{AsDateTimeOffset():O}"),
    };

    /// <summary>Reads the text form that <see cref="ToString"/> gives.</summary>
    /// <param name="text">The text form.</param>
    /// <exception cref="FormatException">The text is not a token's text form.</exception>
    public static SyncToken Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var token)
            ? token
            : throw new FormatException("A sync token reads like int64:42 or text:abc; this text does not begin with the name of a token type, or its value does not fit that type.");
    }

    /// <summary>Reads the text form that <see cref="ToString"/> gives.</summary>
    /// <param name="text">The text form.</param>
    /// <param name="token">The token.</param>
    /// <returns>False when the text is not a token's text form.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out SyncToken token)
    {
        token = default;
        var colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon < 0)
            return false;
        var value = text!.AsSpan(colon + 1);
        var invariant = CultureInfo.InvariantCulture;
        switch (text.AsSpan(0, colon))
        {
            case "text":
                token = value.ToString();
                return true;
            case "int32" when int.TryParse(value, NumberStyles.AllowLeadingSign, invariant, out var int32):
                token = int32;
                return true;
            case "int64" when long.TryParse(value, NumberStyles.AllowLeadingSign, invariant, out var int64):
                token = int64;
                return true;
            case "double" when double.TryParse(value, NumberStyles.Float, invariant, out var number) && !double.IsNaN(number):
                token = number;
                return true;
            case "boolean" when value is "true" or "false":
                token = value is "true";
                return true;
            case "time" when DateTimeOffset.TryParseExact(value, "O", invariant, DateTimeStyles.None, out var time):
                token = time;
                return true;
            case "bytes":
                var bytes = new byte[value.Length];
                if (!Convert.TryFromBase64Chars(value, bytes, out var length))
                    return false;
                token = new SyncToken(bytes[..length], 0);
                return true;
            default:
                return false;
        }
    }

    /// <summary>
    /// Takes over a token's value. The reference of a number's token is that of its predecessor, so nearly always only the bits are
    /// written: writing a reference into an object costs more than all else that a guard does for a delta.
    /// </summary>
    internal static void Assign(ref SyncToken target, in SyncToken value)
    {
        if (ReferenceEquals(target._reference, value._reference))
            Unsafe.AsRef(in target._bits) = value._bits;
        else
            target = value;
    }

    /// <summary>Whether two tokens are integers of one width, and the first is the greater: what nearly every delta's token is to its predecessor's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsIntegerAfter(in SyncToken token, in SyncToken predecessor) =>
        ReferenceEquals(token._reference, predecessor._reference)
        && token._bits > predecessor._bits
        && (ReferenceEquals(token._reference, Int64Kind) || ReferenceEquals(token._reference, Int32Kind));

    internal static SyncToken Composed(ComposedTokenPrefix prefix, long bits) => new(prefix, bits);

    /// <summary>The 64 bits of a number or a time, and a token of the same type with other bits.</summary>
    internal bool TryGetBits(out long bits)
    {
        bits = _bits;
        return IsNumber || _reference is TimeOffset;
    }

    internal SyncToken WithBits(long bits) => new(_reference!, bits);

    private bool IsNumber => ReferenceEquals(_reference, Int64Kind) || ReferenceEquals(_reference, Int32Kind) || ReferenceEquals(_reference, DoubleKind);

    private double AsDoubleLoosely() => ReferenceEquals(_reference, DoubleKind) ? BitConverter.Int64BitsToDouble(_bits) : _bits;

    private InvalidOperationException NotA(SyncTokenKind wanted) => new($"The sync token is of type {Kind}, not {wanted}.");

    /// <summary>One instance per offset from UTC, so that a time needs no box for its offset.</summary>
    private sealed class TimeOffset(int minutes)
    {
        private const int Limit = 14 * 60;
        private static readonly TimeOffset?[] Known = new TimeOffset?[(2 * Limit) + 1];

        public int Minutes { get; } = minutes;

        // Two threads may make the same offset twice; equality of times must not depend on which one stays.
        public static TimeOffset Of(int minutes)
        {
            ref var known = ref Known[minutes + Limit];
            return known ?? Interlocked.CompareExchange(ref known, new TimeOffset(minutes), null) ?? known!;
        }
    }
}
