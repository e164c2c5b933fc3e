namespace Sluice;

/// <summary>An annotated type that knows its schema and its mapping; implemented by the generated half.</summary>
/// <typeparam name="TSelf">The annotated type.</typeparam>
public interface IMappedObject<TSelf> : IMappedObject
    where TSelf : class, IMappedObject<TSelf>
{
    /// <summary>The mapping between the type and <see cref="ConnectorObject"/>.</summary>
    static abstract ObjectMapping<TSelf> Mapping { get; }
}
