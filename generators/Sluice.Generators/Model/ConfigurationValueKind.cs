namespace Sluice.Generators.Model;

/// <summary>The type of a configuration value; the names are those of <c>ConfigurationTypes</c>.</summary>
internal enum ConfigurationValueKind
{
    String,
    Boolean,
    Int32,
    Int64,
    Double,
    Decimal,
    Guid,
    Uri,
    TimeSpan,
    DateTimeOffset,
    GuardedString,
    Enum,
}
