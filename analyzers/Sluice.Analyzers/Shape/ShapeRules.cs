using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Sluice.Generators.Parsing;
using static Microsoft.CodeAnalysis.DiagnosticSeverity;

namespace Sluice.Analyzers.Shape;

/// <summary>The rules about the shape of annotated classes, and the way from a parser's finding to a diagnostic.</summary>
/// <remarks>
/// An error says that something was not generated, or not as it is written; whatever is generated completely gets a warning
/// at most. The arguments of each message are those that the parsers document.
/// </remarks>
internal static class ShapeRules
{
    public static readonly DiagnosticDescriptor PartialTypes = LawRule.Create(SyncLawIds.Slc001PartialTypes, Error,
        "Make '{0}' partial: the generated half of '{1}' cannot be written otherwise");

    public static readonly DiagnosticDescriptor UsableClass = LawRule.Create(SyncLawIds.Slc002ConnectorClass, Error,
        "Code for '{0}' cannot be generated as it stands: {1}");

    public static readonly DiagnosticDescriptor ConnectorName = LawRule.Create(SyncLawIds.Slc003UniqueConnectorName, Error,
        "Connector '{0}' has a blank name; give it the one that hosts find it by, as in [Connector(\"hr\")]");

    /// <summary>The other half of SLC003, which only the whole compilation shows.</summary>
    public static readonly DiagnosticDescriptor UniqueConnectorName = LawRule.Create(SyncLawIds.Slc003UniqueConnectorName, Error,
        "'{0}' has the connector name \"{1}\", and so has '{2}' (names compare ignoring case); give one of them another name",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor SyncNeedsLatestToken = LawRule.Create(SyncLawIds.Slc004SyncNeedsLatestToken, Warning,
        "A method with {2} is missing: {0} has {1} only");

    public static readonly DiagnosticDescriptor OperationShape = LawRule.Create(SyncLawIds.Slc005OperationShape, Error,
        "'{0}' with {1} {2}; the nearest documented shape is '{3}'");

    public static readonly DiagnosticDescriptor OneMethodPerOperation = LawRule.Create(SyncLawIds.Slc006OneMethodPerOperation, Error,
        "'{0}' has {1} for {2}, which '{3}' serves already; keep one of them");

    public static readonly DiagnosticDescriptor OneUidOneName = LawRule.Create(SyncLawIds.Slc007OneUidOneName, Error,
        "'{0}' needs one [Uid] and one [Name]: {1}");

    public static readonly DiagnosticDescriptor SupportedAttributeType = LawRule.Create(SyncLawIds.Slc008SupportedAttributeType, Error,
        "'{0}' {1}");

    public static readonly DiagnosticDescriptor UniqueAttributeNames = LawRule.Create(SyncLawIds.Slc009UniqueAttributeNames, Error,
        "'{0}' {1}");

    public static readonly DiagnosticDescriptor ConfigurationProperty = LawRule.Create(SyncLawIds.Slc010ConfigurationPropertyType, Error,
        "'{0}' cannot be configured: {1}");

    public static readonly DiagnosticDescriptor ValidationAttributeFits = LawRule.Create(SyncLawIds.Slc011ValidationAttributeFits, Error,
        "[{0}] does not fit '{1}': {2}");

    public static readonly DiagnosticDescriptor OneTokenType = LawRule.Create(SyncLawIds.Slc208OneTokenType, Error,
        "'{0}' answers {1}, but '{2}' goes on after {3}, so a sync from the latest token fails; use one type for both");

    public static readonly DiagnosticDescriptor TokenType = LawRule.Create(SyncLawIds.Slc210TokenValueType, Error,
        "'{0}' with {1} {2}: use string, long, int, bool, double, byte[], DateTimeOffset, or a type that is its own ISyncTokenCodec; the nearest documented shape is '{3}'");

    public static readonly DiagnosticDescriptor NullableToken = LawRule.Create(SyncLawIds.Slc211NullableToken, Warning,
        "A first run has no token, but '{0}' of '{1}' cannot be null and is given its type's default; make it {2}? and read from the beginning where it is null");

    public static readonly DiagnosticDescriptor SecretsAreGuarded = LawRule.Create(SyncLawIds.Slc406SecretsAreGuarded, Error,
        "'{0}' {1}");

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById = ImmutableArray.Create(
            PartialTypes, UsableClass, ConnectorName, SyncNeedsLatestToken, OperationShape, OneMethodPerOperation, OneUidOneName, SupportedAttributeType, UniqueAttributeNames, ConfigurationProperty, ValidationAttributeFits,
            OneTokenType, TokenType, NullableToken, SecretsAreGuarded)
        .ToImmutableDictionary(rule => rule.Id, StringComparer.Ordinal);

    /// <summary>What the user reads of a finding.</summary>
    /// <param name="finding">What a parser found.</param>
    /// <param name="type">The annotated type, where everything is reported that is declared in another project.</param>
    /// <param name="compilation">The project.</param>
    public static Diagnostic Diagnose(Finding finding, INamedTypeSymbol type, Compilation compilation)
        => Diagnostic.Create(ById[finding.LawId], IsHere(finding.Location, compilation) ? finding.Location : type.SourceLocation, finding.Facts, finding.Arguments);

    private static bool IsHere(Location location, Compilation compilation) => location.SourceTree is { } tree && compilation.ContainsSyntaxTree(tree);
}
