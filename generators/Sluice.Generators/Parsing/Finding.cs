using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Sluice.Generators.Parsing;

/// <summary>
/// What a parser could not accept, for the analyzer to report. Not part of any model: a location is new with every edit.
/// </summary>
/// <param name="LawId">The law that is broken: <c>SLC010</c>.</param>
/// <param name="Location">The token to change.</param>
/// <param name="Arguments">The arguments of the law's message; each parser documents its own.</param>
internal sealed record Finding(string LawId, Location Location, string[] Arguments)
{
    /// <summary>What a code fix needs to know, by the names in <see cref="FindingFacts"/>.</summary>
    public ImmutableDictionary<string, string?> Facts { get; init; } = ImmutableDictionary<string, string?>.Empty;
}
