using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Sluice;

/// <summary>What identifies an object in its system for as long as it lives there. Compared exactly, character by character.</summary>
[JsonConverter(typeof(ConnectorJsonConverter))]
public readonly struct Uid : IEquatable<Uid>
{
    private readonly string? _value;

    /// <summary>Wraps a unique id.</summary>
    /// <param name="value">The unique id, not blank.</param>
    public Uid(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    private Uid(string? value, bool _) => _value = value;

    /// <summary>The unique id.</summary>
    /// <exception cref="InvalidOperationException">This is the default value, which holds none.</exception>
    public string Value => _value ?? throw new InvalidOperationException("A default Uid has no value.");

    /// <summary>Whether this is the default value, which holds no unique id.</summary>
    public bool IsDefault => _value is null;

    /// <summary>Wraps a unique id.</summary>
    /// <param name="value">The unique id, not blank.</param>
    public static implicit operator Uid(string value) => new(value);

    /// <summary>Whether two are exactly the same text.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Uid left, Uid right) => left.Equals(right);

    /// <summary>Whether two differ in any character.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Uid left, Uid right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Uid other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Uid other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value is null ? 0 : StringComparer.Ordinal.GetHashCode(_value);

    /// <summary>The unique id, or nothing for the default value.</summary>
    public override string ToString() => _value ?? "";

    /// <summary>Wraps text that was checked when it entered an object.</summary>
    internal static Uid Trusted(string? value) => new(value, default);
}
