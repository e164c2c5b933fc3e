using System.Runtime.CompilerServices;

namespace Sluice.Runtime;

/// <summary>One object class as a facade serves it; generated code derives from the typed or the untyped form.</summary>
public abstract class ObjectClassOperations
{
    private protected ObjectClassOperations(ConnectorFacade facade, ObjectClass objectClass, ObjectClassInfo? info, ConnectorOperations supported, TokenGranularity granularity, SyncTokenOrder? tokenOrder)
    {
        Facade = facade;
        ObjectClass = objectClass;
        ObjectClassInfo = info;
        Granularity = granularity;
        TokenOrder = tokenOrder;

        // Pages strung together are a search, and what can be searched for can be read by its uid.
        PagesForSearch = (supported & (ConnectorOperations.Search | ConnectorOperations.SearchPage)) == ConnectorOperations.SearchPage;
        Supported = PagesForSearch ? supported | ConnectorOperations.Search : supported;
        SearchesForGet = (Supported & (ConnectorOperations.Search | ConnectorOperations.Get)) == ConnectorOperations.Search;
        Supported |= SearchesForGet ? ConnectorOperations.Get : ConnectorOperations.None;
    }

    /// <summary>The object class.</summary>
    public ObjectClass ObjectClass { get; }

    /// <summary>What the connector can do with it.</summary>
    public ConnectorOperations Supported { get; }

    /// <summary>The schema of the class, where it is known.</summary>
    public ObjectClassInfo? ObjectClassInfo { get; }

    internal ConnectorFacade Facade { get; }

    internal TokenGranularity Granularity { get; }

    internal SyncTokenOrder? TokenOrder { get; }

    private protected bool PagesForSearch { get; }

    private protected bool SearchesForGet { get; }

    internal abstract SyncSession Begin(SyncPosition from, OperationOptions options, ISyncHandler? handler, IAsyncSyncHandler? asyncHandler, CancellationToken cancellation);

    internal abstract void Run(SyncSession session);

    internal abstract ValueTask RunAsync(SyncSession session);

    internal abstract IAsyncEnumerable<ConnectorObject> SearchObjectsAsync(Filter? filter, OperationContext context, CancellationToken cancellation);

    internal abstract ValueTask<SearchPage> SearchObjectPageAsync(Filter? filter, OperationContext context);

    internal abstract ValueTask<ConnectorObject?> GetObjectAsync(Uid uid, OperationContext context);

    internal abstract ValueTask<Uid> CreateObjectAsync(IReadOnlyCollection<ObjectAttribute> attributes, OperationContext context);

    /// <summary>The connector's latest token; null where the source has never had a change.</summary>
    /// <param name="context">Class, options and cancellation.</param>
    protected internal virtual ValueTask<SyncToken?> GetLatestSyncTokenAsync(OperationContext context) => throw NotDeclared();

    /// <summary>Changes an object.</summary>
    /// <param name="uid">The object.</param>
    /// <param name="patch">The changes.</param>
    /// <param name="context">Class, options and cancellation.</param>
    protected internal virtual ValueTask<Uid> UpdateAsync(Uid uid, ObjectPatch patch, OperationContext context) => throw NotDeclared();

    /// <summary>Deletes an object.</summary>
    /// <param name="uid">The object.</param>
    /// <param name="context">Class, options and cancellation.</param>
    protected internal virtual ValueTask DeleteAsync(Uid uid, OperationContext context) => throw NotDeclared();

    /// <summary>Checks a user name and a password.</summary>
    /// <param name="userName">The user name.</param>
    /// <param name="password">The password.</param>
    /// <param name="context">Class, options and cancellation.</param>
    protected internal virtual ValueTask<Uid> AuthenticateAsync(string userName, GuardedString password, OperationContext context) => throw NotDeclared();

    /// <summary>The uid of a user name.</summary>
    /// <param name="userName">The user name.</param>
    /// <param name="context">Class, options and cancellation.</param>
    protected internal virtual ValueTask<Uid> ResolveUserNameAsync(string userName, OperationContext context) => throw NotDeclared();

    /// <summary>The uid that the connector answered.</summary>
    /// <exception cref="SyncLawException">It answered none (SLC410).</exception>
    internal Uid Answered(Uid uid, ConnectorOperations operation) => !uid.IsDefault
        ? uid
        : throw new SyncLawException(SyncLawIds.Slc410AnswersUid, $"The connector '{Facade.Info.Name}' answered {operation} of {ObjectClass} without a uid; answer the uid of the object, or throw where there is none.")
        {
            ConnectorName = Facade.Info.Name,
            ObjectClass = ObjectClass,
        };

    // The facade asks Supported before it calls: only a defect in generated code comes here.
    private protected InvalidOperationException NotDeclared([CallerMemberName] string operation = "") =>
        new($"{operation} of {ObjectClass} was called, but the connector does not declare it.");
}
