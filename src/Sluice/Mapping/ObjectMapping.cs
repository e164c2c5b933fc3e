namespace Sluice;

/// <summary>The mapping of an annotated type, for callers that know the type.</summary>
public static class ObjectMapping
{
    /// <summary>The generated mapping of an annotated type.</summary>
    /// <typeparam name="T">The annotated type.</typeparam>
    public static ObjectMapping<T> Of<T>()
        where T : class, IMappedObject<T> => T.Mapping;
}
