using Microsoft.CodeAnalysis;

namespace System;

/// <summary>Makes <c>list[^1]</c> compile on netstandard2.0.</summary>
[Embedded]
internal readonly struct Index(int value, bool fromEnd = false)
{
    private readonly int _value = fromEnd ? ~value : value;

    public int Value => _value < 0 ? ~_value : _value;
    public bool IsFromEnd => _value < 0;
    public static Index Start => new(0);
    public static Index End => new(0, fromEnd: true);

    public int GetOffset(int length) => IsFromEnd ? length - Value : Value;

    public static implicit operator Index(int value) => new(value);
}

/// <summary>Makes <c>text[1..^1]</c> compile on netstandard2.0.</summary>
[Embedded]
internal readonly struct Range(Index start, Index end)
{
    public Index Start { get; } = start;
    public Index End { get; } = end;

    public static Range StartAt(Index start) => new(start, Index.End);
    public static Range EndAt(Index end) => new(Index.Start, end);
    public static Range All => new(Index.Start, Index.End);
}
