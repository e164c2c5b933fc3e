using Sluice.Generators.Infrastructure;

namespace Sluice.Generators.Model;

/// <summary>All that is needed to write the generated half of a configuration class.</summary>
/// <param name="Type">Where the class is.</param>
/// <param name="Factories">How the two factory methods are declared.</param>
/// <param name="Properties">In the order in which a host shows them.</param>
/// <param name="UnboundRequired">Required members that cannot be configured; they get null, so that only the finding remains.</param>
/// <param name="Carried">Members that are not configured; a copy takes them over as they are.</param>
/// <param name="IsValidatable">The class implements <c>IValidatableObject</c>.</param>
/// <param name="UsesObsolete">The class uses something obsolete, which generated code must be allowed to use as well.</param>
internal sealed record ConfigurationModel(
    TypeHierarchy Type,
    EquatableArray<ConfigurationFactoryModel> Factories,
    EquatableArray<ConfigurationPropertyModel> Properties,
    EquatableArray<string> UnboundRequired,
    EquatableArray<string> Carried,
    bool IsValidatable,
    bool UsesObsolete);
