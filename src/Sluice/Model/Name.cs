using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Sluice;

/// <summary>What people call an object: a login, a distinguished name. It may change, and it may equal the uid. Compared exactly.</summary>
[JsonConverter(typeof(ConnectorJsonConverter))]
public readonly struct Name : IEquatable<Name>
{
    private readonly string? _value;

    /// <summary>Wraps a name.</summary>
    /// <param name="value">The name, not blank.</param>
    public Name(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    private Name(string? value, bool _) => _value = value;

    /// <summary>The name.</summary>
    /// <exception cref="InvalidOperationException">This is the default value, which holds none.</exception>
    public string Value => _value ?? throw new InvalidOperationException("A default Name has no value.");

    /// <summary>Whether this is the default value, which holds no name.</summary>
    public bool IsDefault => _value is null;

    /// <summary>Wraps a name.</summary>
    /// <param name="value">The name, not blank.</param>
    public static implicit operator Name(string value) => new(value);

    /// <summary>Whether two are exactly the same text.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Name left, Name right) => left.Equals(right);

    /// <summary>Whether two differ in any character.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Name left, Name right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Name other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Name other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value is null ? 0 : StringComparer.Ordinal.GetHashCode(_value);

    /// <summary>The name, or nothing for the default value.</summary>
    public override string ToString() => _value ?? "";

    /// <summary>Wraps text that was checked when it entered an object.</summary>
    internal static Name Trusted(string? value) => new(value, default);
}
