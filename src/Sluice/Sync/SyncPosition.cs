using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Sluice.Runtime;

namespace Sluice;

/// <summary>
/// Where a sync starts or may go on: nothing known, from the beginning, or after a token. It replaces the bare null token,
/// which some hosts read as "everything" and others as "nothing".
/// </summary>
[JsonConverter(typeof(ConnectorJsonConverter))]
public readonly struct SyncPosition : IEquatable<SyncPosition>
{
    private readonly SyncToken _token;

    private SyncPosition(SyncPositionKind kind, in SyncToken token)
    {
        Kind = kind;
        _token = token;
    }

    /// <summary>Nothing is known. A sync refuses to start here: choose <see cref="Beginning"/>, or the latest token for "from now".</summary>
    public static SyncPosition None => default;

    /// <summary>Before the first change.</summary>
    public static SyncPosition Beginning => new(SyncPositionKind.Beginning, default);

    /// <summary>What the position says.</summary>
    public SyncPositionKind Kind { get; }

    /// <summary>The token of an <see cref="SyncPositionKind.After"/> position, otherwise null.</summary>
    public SyncToken? Token => Kind == SyncPositionKind.After ? _token : default(SyncToken?);

    /// <summary>After a token.</summary>
    /// <param name="token">The token; never the default value.</param>
    public static SyncPosition After(in SyncToken token) => token.IsDefault
        ? throw new ArgumentException("The default sync token is not a position.", nameof(token))
        : new(SyncPositionKind.After, token);

    /// <summary>
    /// Whether a run from here tells every live object of a class, and nothing of those that are no more: at the <see cref="Beginning"/>, and in
    /// a position over <see cref="ObjectClass.All"/> in which the class has no token yet. Whoever holds objects of the class already, of an
    /// earlier run that did not come that far, forgets those that the run has not told of when it has drained.
    /// </summary>
    /// <param name="objectClass">One class, not <see cref="ObjectClass.All"/>.</param>
    public bool IsBeginningOf(ObjectClass objectClass)
    {
        ArgumentNullException.ThrowIfNull(objectClass);
        if (objectClass.IsAll)
            throw new ArgumentException($"Ask for each class: {ObjectClasses.All} may be at the beginning of some and not of others.", nameof(objectClass));
        return Kind == SyncPositionKind.Beginning || (Kind == SyncPositionKind.After && ComposedToken.IsBeginningOf(_token, objectClass));
    }

    /// <summary>Whether two positions are equal.</summary>
    /// <param name="left">A position.</param>
    /// <param name="right">A position.</param>
    public static bool operator ==(in SyncPosition left, in SyncPosition right) => left.Equals(right);

    /// <summary>Whether two positions differ.</summary>
    /// <param name="left">A position.</param>
    /// <param name="right">A position.</param>
    public static bool operator !=(in SyncPosition left, in SyncPosition right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(SyncPosition other) => Kind == other.Kind && _token == other._token;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is SyncPosition other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, _token);

    /// <summary>The text form: <c>none</c>, <c>beginning</c>, or <c>after:</c> and the token's text form.</summary>
    public override string ToString() => Kind switch
    {
        SyncPositionKind.None => "none",
        SyncPositionKind.Beginning => "beginning",
        _ => "after:" + _token,
    };

    /// <summary>Reads the text form that <see cref="ToString"/> gives.</summary>
    /// <param name="text">The text form.</param>
    /// <exception cref="FormatException">The text is not a position.</exception>
    public static SyncPosition Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        const string after = "after:";
        return text switch
        {
            "none" => None,
            "beginning" => Beginning,
            _ when text.StartsWith(after, StringComparison.Ordinal) => After(SyncToken.Parse(text[after.Length..])),
            _ => throw new FormatException("A sync position reads none, beginning or after:<token>."),
        };
    }
}
