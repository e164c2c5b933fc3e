using Sluice.Generators.Infrastructure;

namespace Sluice.Generators.Model;

/// <summary>The operations of one annotated type, or of the untyped object classes that the same methods serve.</summary>
/// <param name="ClassName">The name of the class that calls the connector's methods.</param>
/// <param name="Target">The annotated type; null for untyped operations.</param>
/// <param name="ObjectClasses">The object class names, as far as they are known; empty for those known at run time only.</param>
/// <param name="IsDiscovered">Whether the object classes are known at run time only.</param>
/// <param name="Granularity">What its tokens promise: the name in <c>TokenGranularity</c>.</param>
/// <param name="OrderedToken">The connector's own token type where it declares an order.</param>
/// <param name="FiltersNatively">Whether its search results satisfy the filter exactly.</param>
/// <param name="Methods">The connector's methods.</param>
internal sealed record OperationsModel(
    string ClassName,
    OperationsTarget? Target,
    EquatableArray<string> ObjectClasses,
    bool IsDiscovered,
    string Granularity,
    string? OrderedToken,
    bool FiltersNatively,
    EquatableArray<OperationModel> Methods)
{
    /// <summary>The name of a variable for it.</summary>
    public string LocalName => char.ToLowerInvariant(ClassName[0]) + ClassName.Substring(1);

    /// <summary>What the class supports: the names in <c>ConnectorOperations</c>.</summary>
    public IEnumerable<string> Flags
    {
        get
        {
            foreach (var method in Methods)
            {
                yield return method.Kind.ToString();
                if (method is { Kind: ConnectorOperation.Sync, IsSynchronous: true })
                    yield return "SynchronousSync";
            }
        }
    }
}
