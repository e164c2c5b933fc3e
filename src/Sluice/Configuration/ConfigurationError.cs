namespace Sluice;

/// <summary>What is wrong with one property of a configuration.</summary>
/// <param name="Property">The property's name; empty for an error of the configuration as a whole.</param>
/// <param name="Message">What was expected. Never holds the value of a confidential property.</param>
public sealed record ConfigurationError(string Property, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => Property.Length == 0 ? Message : $"{Property}: {Message}";
}
