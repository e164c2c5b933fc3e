using Microsoft.CodeAnalysis;

namespace System;

/// <summary>Combines hash codes; the subset of the framework's type that models and helpers need.</summary>
[Embedded]
internal struct HashCode
{
    private uint _hash;

    public void Add<T>(T value) => Add(value is null ? 0 : EqualityComparer<T>.Default.GetHashCode(value));

    public readonly int ToHashCode()
    {
        var hash = _hash;
        hash = unchecked((hash ^ (hash >> 16)) * 0x85EBCA6B);
        hash = unchecked((hash ^ (hash >> 13)) * 0xC2B2AE35);
        return unchecked((int)(hash ^ (hash >> 16)));
    }

    public static int Combine<T1, T2>(T1 first, T2 second)
    {
        var hash = new HashCode();
        hash.Add(first);
        hash.Add(second);
        return hash.ToHashCode();
    }

    public static int Combine<T1, T2, T3>(T1 first, T2 second, T3 third)
    {
        var hash = new HashCode();
        hash.Add(first);
        hash.Add(second);
        hash.Add(third);
        return hash.ToHashCode();
    }

    private void Add(int code)
    {
        var mixed = unchecked((uint)code * 0xCC9E2D51);
        mixed = unchecked(((mixed << 15) | (mixed >> 17)) * 0x1B873593);
        var hash = _hash ^ mixed;
        _hash = unchecked((((hash << 13) | (hash >> 19)) * 5) + 0xE6546B64);
    }
}
