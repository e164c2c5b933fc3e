using System.Collections.ObjectModel;

namespace Sluice;

/// <summary>What a caller may ask for besides an operation's arguments. A connector always gets options, never null.</summary>
public sealed record OperationOptions
{
    /// <summary>No wishes.</summary>
    public static OperationOptions Default { get; } = new();

    /// <summary>The attributes to deliver; null for those returned by default. Uid and name are always delivered.</summary>
    public IReadOnlyList<string>? AttributesToGet { get; init; }

    /// <summary>How many objects a page holds; null leaves it to the connector.</summary>
    public int? PageSize { get; init; }

    /// <summary>Where the next page starts, as the last one said; null for the first.</summary>
    public string? PagingCookie { get; init; }

    /// <summary>The order of the results; empty leaves it to the connector.</summary>
    public IReadOnlyList<SortKey> SortKeys { get; init; } = [];

    /// <summary>The object below which to search, in systems that are trees.</summary>
    public Uid? Container { get; init; }

    /// <summary>Options that only one connector knows.</summary>
    public IReadOnlyDictionary<string, object?> Custom { get; init; } = ReadOnlyDictionary<string, object?>.Empty;

    /// <summary>Checks the options before a connector sees them.</summary>
    /// <param name="parameterName">The parameter through which the caller gave them.</param>
    /// <exception cref="ArgumentException">An option makes no sense; the message names it.</exception>
    public void Validate(string parameterName = "options")
    {
        // Most calls give none, and these make sense.
        if (!ReferenceEquals(this, Default))
            ValidateGiven(parameterName);
    }

    private void ValidateGiven(string parameterName)
    {
        if (PageSize is <= 0)
        {
            throw new ArgumentException($"PageSize is {PageSize}; a page holds at least one object.", parameterName);
        }

        if (Container is { IsDefault: true })
        {
            throw new ArgumentException("Container holds no uid; null means none.", parameterName);
        }

        if (AttributesToGet is not null)
        {
            RequireNames(AttributesToGet, nameof(AttributesToGet), parameterName);
        }

        if (SortKeys is null || Custom is null)
        {
            throw new ArgumentException("SortKeys and Custom may be empty, but not null.", parameterName);
        }

        RequireNames(SortKeys.Select(key => key.Attribute), nameof(SortKeys), parameterName);
        RequireNames(Custom.Keys, nameof(Custom), parameterName);
    }

    private static void RequireNames(IEnumerable<string?> names, string option, string parameterName)
    {
        if (names.Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException($"{option} holds a blank name.", parameterName);
        }
    }
}
