using Sluice.Runtime;

namespace Sluice.Tests.Runtime.Scripted;

/// <summary>What a test lets a search answer, without an annotated type.</summary>
internal sealed class SearchedObjects(ConnectorFacade facade, ObjectClass objectClass, Func<OperationContext, IAsyncEnumerable<ConnectorObject>>? search, Func<SearchPage<ConnectorObject>>? page = null)
    : UntypedOperations(facade, objectClass, null, ConnectorOperations.SearchPage | (search is null ? ConnectorOperations.None : ConnectorOperations.Search))
{
    protected override IAsyncEnumerable<ConnectorObject> SearchAsync(Filter? filter, OperationContext context) => search!(context);

    protected override ValueTask<SearchPage<ConnectorObject>> SearchPageAsync(Filter? filter, OperationContext context) => new(page!());
}
