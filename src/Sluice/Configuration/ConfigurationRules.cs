using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;

namespace Sluice.Runtime;

/// <summary>
/// Makes the validation attributes whose constructors are not marked as safe for trimming, because they look for a
/// <c>Count</c> property where a value is neither text nor a collection. Here it always is one of the two:
/// the generator refuses them elsewhere, and <see cref="ConfigurationValidation"/> passes lists as collections.
/// </summary>
public static class ConfigurationRules
{
    private const string Safe = "Only text and collections get here, for which no Count property is looked up.";

    /// <summary>At least so many characters or items.</summary>
    /// <param name="length">The smallest length.</param>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = Safe)]
    public static MinLengthAttribute MinLength(int length) => new(length);

    /// <summary>At most so many characters or items.</summary>
    /// <param name="length">The greatest length.</param>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = Safe)]
    public static MaxLengthAttribute MaxLength(int length) => new(length);

    /// <summary>A number of characters or items between two limits.</summary>
    /// <param name="minimumLength">The smallest length.</param>
    /// <param name="maximumLength">The greatest length.</param>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = Safe)]
    public static LengthAttribute Length(int minimumLength, int maximumLength) => new(minimumLength, maximumLength);
}
