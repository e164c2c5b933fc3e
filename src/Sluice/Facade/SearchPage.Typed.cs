namespace Sluice;

/// <summary>One page of a search for objects of an annotated type.</summary>
/// <typeparam name="T">The annotated type.</typeparam>
/// <param name="Objects">The objects.</param>
/// <param name="Cookie">What <see cref="OperationOptions.PagingCookie"/> asks the next page with; null after the last page.</param>
public sealed record SearchPage<T>(IReadOnlyList<T> Objects, string? Cookie)
    where T : class;
