using System.Diagnostics.CodeAnalysis;

namespace Sluice.Runtime;

/// <summary>Copies the values that a snapshot must not share with its original.</summary>
public static class ConfigurationCopy
{
    /// <summary>A secret of its own.</summary>
    /// <param name="secret">The original.</param>
    [return: NotNullIfNotNull(nameof(secret))]
    public static GuardedString? Of(GuardedString? secret) => secret?.Copy();

    /// <summary>Clears the copy of a secret.</summary>
    /// <param name="secret">The copy.</param>
    public static void Clear(GuardedString? secret) => secret?.Dispose();

    /// <summary>An array of its own.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The original.</param>
    [return: NotNullIfNotNull(nameof(items))]
    public static T[]? Of<T>(T[]? items) => items is null ? null : [.. items];

    /// <summary>A list of its own, which nobody can change.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The original.</param>
    [return: NotNullIfNotNull(nameof(items))]
    public static IReadOnlyList<T>? Of<T>(IReadOnlyList<T>? items) => items is null ? null : Array.AsReadOnly(items.ToArray());
}
