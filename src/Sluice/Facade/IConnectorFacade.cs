namespace Sluice;

/// <summary>
/// A connector as its callers see it: every argument is checked before the connector is touched, every law is guarded, and the
/// position after a sync is safe to store whatever happened. Safe for concurrent use.
/// </summary>
public interface IConnectorFacade : IAsyncDisposable
{
    /// <summary>The connector.</summary>
    ConnectorInfo Info { get; }

    /// <summary>
    /// The object classes served, in declared order. Classes that only the system knows are among them once
    /// <see cref="GetSchemaAsync"/> or an operation on them has run.
    /// </summary>
    IReadOnlyList<ObjectClass> ObjectClasses { get; }

    /// <summary>What the connector can do with an object class; nothing for a class that it does not serve.</summary>
    /// <param name="objectClass">The object class, or <see cref="ObjectClass.All"/>.</param>
    ConnectorOperations Supports(ObjectClass objectClass);

    /// <summary>Every error of the configuration; empty where it is valid.</summary>
    IReadOnlyList<ConfigurationError> ValidateConfiguration();

    /// <summary>Checks that the system can be reached.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="UnsupportedConnectorOperationException">The connector has no such test.</exception>
    ValueTask TestConnectionAsync(CancellationToken cancellation = default);

    /// <summary>The schema of the classes.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<ConnectorSchema> GetSchemaAsync(CancellationToken cancellation = default);

    /// <summary>The position of the newest change: a sync from it delivers only what comes later ("from now").</summary>
    /// <param name="objectClass">The object class, or <see cref="ObjectClass.All"/>.</param>
    /// <param name="options">What is asked for.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>After a token, or <see cref="SyncPosition.Beginning"/> where the source has never had a change.</returns>
    /// <exception cref="UnsupportedObjectClassException">The connector does not sync the class (SLC101).</exception>
    ValueTask<SyncPosition> GetLatestSyncTokenAsync(ObjectClass objectClass, OperationOptions? options = null, CancellationToken cancellation = default);

    /// <summary>Delivers changes to an asynchronous handler.</summary>
    /// <param name="run">Where to start; it knows the safe position after any exit.</param>
    /// <param name="handler">Receives the deltas.</param>
    /// <param name="cancellation">Cancels the run; what was acknowledged stays acknowledged.</param>
    /// <exception cref="UnsupportedObjectClassException">The connector does not sync the class (SLC101).</exception>
    /// <exception cref="SyncLawException">The connector broke a law.</exception>
    ValueTask<SyncResult> SyncAsync(SyncRun run, IAsyncSyncHandler handler, CancellationToken cancellation = default);

    /// <summary>
    /// Delivers changes to a synchronous handler, on the calling thread; only where <see cref="Supports"/> says
    /// <see cref="ConnectorOperations.SynchronousSync"/>.
    /// </summary>
    /// <param name="run">Where to start; it knows the safe position after any exit.</param>
    /// <param name="handler">Receives the deltas.</param>
    /// <param name="cancellation">Cancels the run; what was acknowledged stays acknowledged.</param>
    /// <exception cref="UnsupportedObjectClassException">The connector does not sync the class synchronously (SLC101).</exception>
    /// <exception cref="SyncLawException">The connector broke a law.</exception>
    SyncResult Sync(SyncRun run, ISyncHandler handler, CancellationToken cancellation = default);

    /// <summary>Finds objects.</summary>
    /// <param name="objectClass">The object class.</param>
    /// <param name="filter">Which ones; null for all.</param>
    /// <param name="options">What is asked for.</param>
    /// <param name="cancellation">Ends the search.</param>
    IAsyncEnumerable<ConnectorObject> SearchAsync(ObjectClass objectClass, Filter? filter = null, OperationOptions? options = null, CancellationToken cancellation = default);

    /// <summary>Finds one page of objects.</summary>
    /// <param name="objectClass">The object class.</param>
    /// <param name="filter">Which ones; null for all.</param>
    /// <param name="options">Page size and cookie.</param>
    /// <param name="cancellation">Ends the search.</param>
    ValueTask<SearchPage> SearchPageAsync(ObjectClass objectClass, Filter? filter = null, OperationOptions? options = null, CancellationToken cancellation = default);

    /// <summary>Reads one object; null when there is none.</summary>
    /// <param name="objectClass">The object class.</param>
    /// <param name="uid">The object.</param>
    /// <param name="options">What is asked for.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<ConnectorObject?> GetAsync(ObjectClass objectClass, Uid uid, OperationOptions? options = null, CancellationToken cancellation = default);

    /// <summary>Creates an object.</summary>
    /// <param name="objectClass">The object class.</param>
    /// <param name="attributes">Its attributes, the name among them; a uid only where the caller chooses it.</param>
    /// <param name="options">What is asked for.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The new object's uid.</returns>
    /// <exception cref="InvalidAttributeValueException">An attribute is missing, unknown, given twice or of another type.</exception>
    ValueTask<Uid> CreateAsync(ObjectClass objectClass, IReadOnlyCollection<ObjectAttribute> attributes, OperationOptions? options = null, CancellationToken cancellation = default);

    /// <summary>Changes an object; attributes that the patch does not name stay as they are.</summary>
    /// <param name="objectClass">The object class.</param>
    /// <param name="uid">The object.</param>
    /// <param name="patch">The changes.</param>
    /// <param name="options">What is asked for.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The object's uid afterwards.</returns>
    /// <exception cref="UnknownUidException">There is no such object.</exception>
    ValueTask<Uid> UpdateAsync(ObjectClass objectClass, Uid uid, ObjectPatch patch, OperationOptions? options = null, CancellationToken cancellation = default);

    /// <summary>Deletes an object.</summary>
    /// <param name="objectClass">The object class.</param>
    /// <param name="uid">The object.</param>
    /// <param name="options">What is asked for.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="UnknownUidException">There is no such object.</exception>
    ValueTask DeleteAsync(ObjectClass objectClass, Uid uid, OperationOptions? options = null, CancellationToken cancellation = default);

    /// <summary>Checks a user name and a password.</summary>
    /// <param name="objectClass">The object class.</param>
    /// <param name="userName">The user name.</param>
    /// <param name="password">The password.</param>
    /// <param name="options">What is asked for.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="InvalidCredentialException">They do not belong together.</exception>
    ValueTask<Uid> AuthenticateAsync(ObjectClass objectClass, string userName, GuardedString password, OperationOptions? options = null, CancellationToken cancellation = default);

    /// <summary>The uid of a user name.</summary>
    /// <param name="objectClass">The object class.</param>
    /// <param name="userName">The user name.</param>
    /// <param name="options">What is asked for.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="UnknownUidException">There is no such user.</exception>
    ValueTask<Uid> ResolveUserNameAsync(ObjectClass objectClass, string userName, OperationOptions? options = null, CancellationToken cancellation = default);
}
