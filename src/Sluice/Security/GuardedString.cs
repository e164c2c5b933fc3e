using System.Buffers;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace Sluice;

/// <summary>
/// A secret: readable only inside a callback, compared in fixed time, never printed, refused by serializers, and cleared when disposed.
/// It does not encrypt itself in memory; it keeps the secret out of logs, messages, dumps of strings and the garbage collector's copies.
/// </summary>
[JsonConverter(typeof(ConnectorJsonConverter))]
[DebuggerDisplay("***")]
public sealed class GuardedString : IDisposable, IEquatable<GuardedString>
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private char[]? _characters;

    /// <summary>Guards a copy of the characters; clearing the original is up to its owner.</summary>
    /// <param name="characters">The secret, possibly empty.</param>
    public GuardedString(ReadOnlySpan<char> characters)
    {
        // Pinned, so that no compaction leaves a copy behind that nobody could clear.
        _characters = GC.AllocateUninitializedArray<char>(characters.Length, pinned: true);
        characters.CopyTo(_characters);
    }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private ReadOnlySpan<char> Characters
    {
        get
        {
            ObjectDisposedException.ThrowIf(_characters is null, this);
            return _characters;
        }
    }

    /// <summary>Guards a text that exists as a string already (and so cannot be cleared).</summary>
    /// <param name="value">The secret.</param>
    public static GuardedString FromString(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new GuardedString(value);
    }

    /// <summary>Whether two secrets are the same.</summary>
    /// <param name="left">One secret.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(GuardedString? left, GuardedString? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two secrets differ.</summary>
    /// <param name="left">One secret.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(GuardedString? left, GuardedString? right) => !(left == right);

    /// <summary>Lets an action see the secret; it must not keep it.</summary>
    /// <typeparam name="TState">What the action needs besides.</typeparam>
    /// <param name="state">Handed to the action, so that it needs no closure.</param>
    /// <param name="action">What to do with the secret.</param>
    /// <exception cref="ObjectDisposedException">The secret was cleared.</exception>
    public void Access<TState>(TState state, ReadOnlySpanAction<char, TState> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        action(Characters, state);
    }

    /// <summary>Lets a function see the secret; it must not keep it.</summary>
    /// <typeparam name="T">What the function makes of it.</typeparam>
    /// <param name="function">What to do with the secret.</param>
    /// <exception cref="ObjectDisposedException">The secret was cleared.</exception>
    public T Access<T>(Func<ReadOnlySpan<char>, T> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return function(Characters);
    }

    /// <summary>An independent copy, equal to this one, to be disposed on its own.</summary>
    /// <exception cref="ObjectDisposedException">The secret was cleared.</exception>
    public GuardedString Copy() => new(Characters);

    /// <summary>Whether two secrets are the same; the time it takes depends on their length only. A cleared one equals only itself.</summary>
    /// <param name="other">The other secret.</param>
    public bool Equals([NotNullWhen(true)] GuardedString? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        return other is not null && _characters is { } left && other._characters is { } right
            && CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(left.AsSpan()), MemoryMarshal.AsBytes(right.AsSpan()));
    }

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as GuardedString);

    /// <summary>The same for every secret: a hash of its content would tell something about it.</summary>
    public override int GetHashCode() => 0;

    /// <summary>Three stars, whatever the secret.</summary>
    public override string ToString() => "***";

    /// <summary>Clears the secret.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _characters, null) is { } characters)
        {
            CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(characters.AsSpan()));
        }
    }
}
