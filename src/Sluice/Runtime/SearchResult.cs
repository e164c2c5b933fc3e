namespace Sluice.Runtime;

/// <summary>Converts what a connector's search answers to what a facade hands on.</summary>
public static class SearchResult
{
    /// <summary>A synchronous sequence as an asynchronous one; the connector's iterator is disposed with it.</summary>
    /// <typeparam name="T">The type of the objects.</typeparam>
    /// <param name="found">What was found; null stays null, which the facade reports.</param>
    public static IAsyncEnumerable<T> Sequence<T>(IEnumerable<T>? found) => found?.ToAsyncEnumerable()!;

    /// <summary>A page of the untyped kind as one of <see cref="ConnectorObject"/>.</summary>
    /// <param name="page">The page; null stays null, which the facade reports.</param>
    public static SearchPage<ConnectorObject> Page(SearchPage? page) => page is null ? null! : new(page.Objects, page.Cookie);
}
