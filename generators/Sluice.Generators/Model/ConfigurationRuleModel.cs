using Sluice.Generators.Infrastructure;

namespace Sluice.Generators.Model;

/// <summary>A validation attribute of a configuration property.</summary>
/// <param name="Factory">What makes it: <c>new</c> and a type, or a method where its constructor is not safe for trimming.</param>
/// <param name="Arguments">The arguments, as literals.</param>
/// <param name="NamedArguments">The properties set besides, as literals.</param>
internal sealed record ConfigurationRuleModel(
    string Factory,
    EquatableArray<string> Arguments,
    EquatableArray<ConfigurationRuleArgument> NamedArguments);
