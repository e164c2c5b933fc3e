using Sluice.Runtime;

namespace Sluice.Tests.Runtime.Scripted;

/// <summary>What a test lets a search for an annotated type answer.</summary>
internal sealed class Searched<T>(ConnectorFacade facade, Func<OperationContext, IAsyncEnumerable<T>>? search, Func<SearchPage<T>>? page = null)
    : TypedOperations<T>(facade, ConnectorOperations.SearchPage | (search is null ? ConnectorOperations.None : ConnectorOperations.Search))
    where T : class, IMappedObject<T>
{
    protected override IAsyncEnumerable<T> SearchAsync(Filter? filter, OperationContext context) => search!(context);

    protected override ValueTask<SearchPage<T>> SearchPageAsync(Filter? filter, OperationContext context) => new(page!());
}
