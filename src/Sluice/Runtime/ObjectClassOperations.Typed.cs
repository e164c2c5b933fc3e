using System.Runtime.CompilerServices;

namespace Sluice.Runtime;

/// <summary>Operations that read and create objects, over an annotated type or over <see cref="ConnectorObject"/>.</summary>
/// <typeparam name="TObject">The annotated type, or <see cref="ConnectorObject"/>.</typeparam>
public abstract class ObjectClassOperations<TObject> : ObjectClassOperations
    where TObject : class
{
    private readonly bool _filtersNatively;

    private protected ObjectClassOperations(ConnectorFacade facade, ObjectClass objectClass, ObjectClassInfo? info, ConnectorOperations supported, TokenGranularity granularity, SyncTokenOrder? tokenOrder, bool filtersNatively)
        : base(facade, objectClass, info, supported, granularity, tokenOrder) => _filtersNatively = filtersNatively;

    /// <summary>Finds objects.</summary>
    /// <param name="filter">Which ones; null for all.</param>
    /// <param name="context">Class, options and cancellation.</param>
    protected virtual IAsyncEnumerable<TObject> SearchAsync(Filter? filter, OperationContext context) => throw NotDeclared();

    /// <summary>Finds one page of objects.</summary>
    /// <param name="filter">Which ones; null for all.</param>
    /// <param name="context">Class, options with page size and cookie, cancellation.</param>
    protected virtual ValueTask<SearchPage<TObject>> SearchPageAsync(Filter? filter, OperationContext context) => throw NotDeclared();

    /// <summary>Reads one object.</summary>
    /// <param name="uid">The object.</param>
    /// <param name="context">Class, options and cancellation.</param>
    protected virtual ValueTask<TObject?> GetAsync(Uid uid, OperationContext context) => throw NotDeclared();

    /// <summary>Creates an object.</summary>
    /// <param name="source">The object.</param>
    /// <param name="context">Class, options and cancellation.</param>
    protected virtual ValueTask<Uid> CreateAsync(TObject source, OperationContext context) => throw NotDeclared();

    private protected abstract IAttributeSource AttributesOf(TObject source);

    /// <summary>The connector's results, filtered again unless it filters exactly itself.</summary>
    /// <param name="filter">Which ones; null for all.</param>
    /// <param name="context">What is asked for.</param>
    /// <param name="cancellation">The context's; the compiler joins it with that of the enumeration.</param>
    private protected async IAsyncEnumerable<TObject> FoundAsync(Filter? filter, OperationContext context, [EnumeratorCancellation] CancellationToken cancellation)
    {
        context = context with { Cancellation = cancellation };
        var source = PagesForSearch ? PagesAsync(filter, context) : Given(SearchAsync(filter, Asked(filter, context)));
        await foreach (var found in source.WithCancellation(cancellation).ConfigureAwait(false))
        {
            cancellation.ThrowIfCancellationRequested();
            if (Matches(filter, Given(found)))
                yield return found;
        }
    }

    private async IAsyncEnumerable<TObject> PagesAsync(Filter? filter, OperationContext context)
    {
        SearchPage<TObject> page;
        do
        {
            // Pages may be empty, and then nobody else asks.
            context.Cancellation.ThrowIfCancellationRequested();
            page = await FoundPageAsync(filter, context).ConfigureAwait(false);
            foreach (var found in page.Objects)
                yield return found;
            context = context with { Options = context.Options with { PagingCookie = page.Cookie } };
        }
        while (page.Cookie is not null);
    }

    private protected async ValueTask<SearchPage<TObject>> FoundPageAsync(Filter? filter, OperationContext context)
    {
        var page = Given(await SearchPageAsync(filter, Asked(filter, context)).ConfigureAwait(false));
        if (page.Cookie is { } cookie && string.Equals(cookie, context.Options.PagingCookie, StringComparison.Ordinal))
        {
            throw new SyncLawException(SyncLawIds.Slc220PageAdvances, $"The connector '{Facade.Info.Name}' returned a page of {ObjectClass} whose cookie is the one that was asked with, so the same page would come for ever.")
            {
                ConnectorName = Facade.Info.Name,
                ObjectClass = ObjectClass,
            };
        }

        foreach (var found in Given(page.Objects))
            Given(found);
        return filter is null || _filtersNatively ? page : page with { Objects = [.. page.Objects.Where(found => Matches(filter, found))] };
    }

    private protected async ValueTask<TObject?> ReadAsync(Uid uid, OperationContext context)
    {
        if (!SearchesForGet)
            return await GetAsync(uid, context).ConfigureAwait(false);
        await foreach (var found in FoundAsync(Filter.ByUid(uid), context, context.Cancellation).ConfigureAwait(false))
            return found;
        return null;
    }

    private protected TValue Given<TValue>(TValue? value)
        where TValue : class => value ?? throw new SyncLawException(SyncLawIds.Slc409NoNullDelta, $"The connector '{Facade.Info.Name}' returned null where it searches {ObjectClass}; return an empty sequence, and leave out what is not to be delivered.")
        {
            ConnectorName = Facade.Info.Name,
            ObjectClass = ObjectClass,
        };

    /// <summary>What the connector is asked for: also the attributes that the filter needs afterwards.</summary>
    private OperationContext Asked(Filter? filter, OperationContext context)
    {
        if (filter is null)
            return context;
        var filtered = new List<string>();
        filter.AddAttributes(filtered);
        CheckKnown(filtered);
        if (_filtersNatively || context.Options.AttributesToGet is not { } attributes)
            return context;
        var needed = new List<string>(attributes);
        needed.AddRange(filtered);
        return context with { Options = context.Options with { AttributesToGet = [.. needed.Distinct(AttributeNames.Comparer)] } };
    }

    // A misspelt attribute would find nothing, which some hosts take for a deleted object.
    private void CheckKnown(List<string> attributes)
    {
        if (ObjectClassInfo is { } info && attributes.Find(attribute => info.Shape.IndexOf(attribute) < 0) is { } unknown)
            throw new ArgumentException($"The filter asks for the attribute '{unknown}', which {ObjectClass} of the connector '{Facade.Info.Name}' does not have; it has {string.Join(", ", info.Attributes.Select(attribute => attribute.Name))} and {AttributeNames.Uid}.", nameof(attributes));
    }

    private bool Matches(Filter? filter, TObject found) => filter is null || _filtersNatively || filter.Matches(AttributesOf(found));
}
