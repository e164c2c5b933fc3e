using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace Sluice.Runtime;

/// <summary>
/// What every generated facade has in common: it checks arguments, validates the configuration once, creates the connector when
/// it is first needed, finds the operations of an object class, and ends each run with a safe position.
/// </summary>
public abstract class ConnectorFacade : IConnectorFacade
{
    [SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "Whoever still waits for a discovery would wait for ever, and a semaphore without a wait handle holds nothing to release.")]
    private readonly SemaphoreSlim _discovery = new(1, 1);
    private readonly Lock _opening = new();
    private ObjectClassOperations[] _operations = [];
    private object? _connector;
    private volatile bool _discovered = true;
    private bool _disposed;

    /// <summary>Describes the connector.</summary>
    /// <param name="info">The connector.</param>
    /// <param name="settings">How the facade behaves; the defaults when null.</param>
    protected ConnectorFacade(ConnectorInfo info, FacadeSettings? settings)
    {
        ArgumentNullException.ThrowIfNull(info);
        Info = info;
        Settings = settings ?? FacadeSettings.Default;
        Log = Settings.LoggerFactory.CreateLogger("Sluice." + info.Name);
    }

    /// <inheritdoc/>
    public ConnectorInfo Info { get; }

    /// <summary>How the facade behaves.</summary>
    public FacadeSettings Settings { get; }

    /// <inheritdoc/>
    public IReadOnlyList<ObjectClass> ObjectClasses => [.. Served.Select(one => one.ObjectClass)];

    internal ILogger Log { get; }

    private IEnumerable<ObjectClassOperations> Served => _operations.Where(one => !one.ObjectClass.IsAll);

    /// <inheritdoc/>
    public ConnectorOperations Supports(ObjectClass objectClass)
    {
        ArgumentNullException.ThrowIfNull(objectClass);
        if (Find(objectClass) is { } operations)
            return operations.Supported;
        if (!objectClass.IsAll || !CanCompose)
            return ConnectorOperations.None;
        var synced = Synced();
        return synced.Aggregate(
            ConnectorOperations.Sync | ConnectorOperations.SynchronousSync | ConnectorOperations.LatestSyncToken,
            (common, one) => common & one.Supported);
    }

    /// <inheritdoc/>
    public abstract IReadOnlyList<ConfigurationError> ValidateConfiguration();

    /// <inheritdoc/>
    public ValueTask TestConnectionAsync(CancellationToken cancellation = default)
    {
        Require(ConnectorOperations.TestConnection);
        Open();
        return TestConnectionCoreAsync(cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask<ConnectorSchema> GetSchemaAsync(CancellationToken cancellation = default)
    {
        await DiscoverAsync(cancellation).ConfigureAwait(false);
        return Declared.HasFlag(ConnectorOperations.Schema)
            ? await GetSchemaCoreAsync(cancellation).ConfigureAwait(false)
            : new ConnectorSchema([.. Served.Select(one => one.ObjectClassInfo).OfType<ObjectClassInfo>()]);
    }

    /// <inheritdoc/>
    public ValueTask<SyncPosition> GetLatestSyncTokenAsync(ObjectClass objectClass, OperationOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(objectClass);
        var given = Given(options);
        if (Find(objectClass) is not { } operations)
            return FindLatestAsync(objectClass, given, cancellation);
        Require(operations, ConnectorOperations.LatestSyncToken);
        Open();
        return LatestAsync(operations, given, cancellation);
    }

    /// <inheritdoc/>
    public ValueTask<SyncResult> SyncAsync(SyncRun run, IAsyncSyncHandler handler, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(handler);
        if (Execution(run, ConnectorOperations.Sync, null, handler, cancellation) is not { } execution)
            return DiscoverAndRunAsync(run, handler, cancellation);
        Open();
        return RunAsync(run, execution);
    }

    /// <inheritdoc/>
    public SyncResult Sync(SyncRun run, ISyncHandler handler, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(handler);
        var execution = Execution(run, ConnectorOperations.SynchronousSync, handler, null, cancellation)
            ?? throw new InvalidOperationException($"The connector '{Info.Name}' learns its object classes from its system, which a synchronous sync cannot wait for; call GetSchemaAsync first.");
        Open();
        return Run(run, execution);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ConnectorObject> SearchAsync(ObjectClass objectClass, Filter? filter = null, OperationOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(objectClass);
        var given = Given(options);
        if (!_discovered && Find(objectClass) is null)
            return FindAndSearchAsync(objectClass, filter, given, cancellation);
        var operations = Find(objectClass, ConnectorOperations.Search);
        Open();
        return operations.SearchObjectsAsync(filter, new(operations.ObjectClass, given, cancellation), cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask<SearchPage> SearchPageAsync(ObjectClass objectClass, Filter? filter = null, OperationOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(objectClass);
        var given = Given(options);
        var operations = await FindAsync(objectClass, ConnectorOperations.SearchPage, cancellation).ConfigureAwait(false);
        return await operations.SearchObjectPageAsync(filter, new(operations.ObjectClass, given, cancellation)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<ConnectorObject?> GetAsync(ObjectClass objectClass, Uid uid, OperationOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(objectClass);
        var given = Given(options);
        Given(uid);
        var operations = await FindAsync(objectClass, ConnectorOperations.Get, cancellation).ConfigureAwait(false);
        return await operations.GetObjectAsync(uid, new(operations.ObjectClass, given, cancellation)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<Uid> CreateAsync(ObjectClass objectClass, IReadOnlyCollection<ObjectAttribute> attributes, OperationOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(objectClass);
        ArgumentNullException.ThrowIfNull(attributes);
        var given = Given(options);
        var operations = await FindAsync(objectClass, ConnectorOperations.Create, cancellation).ConfigureAwait(false);
        return operations.Answered(await operations.CreateObjectAsync(attributes, new(operations.ObjectClass, given, cancellation)).ConfigureAwait(false), ConnectorOperations.Create);
    }

    /// <inheritdoc/>
    public async ValueTask<Uid> UpdateAsync(ObjectClass objectClass, Uid uid, ObjectPatch patch, OperationOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(objectClass);
        ArgumentNullException.ThrowIfNull(patch);
        var given = Given(options);
        Given(uid);
        var operations = await FindAsync(objectClass, ConnectorOperations.Update, cancellation).ConfigureAwait(false);
        return operations.Answered(await operations.UpdateAsync(uid, PatchCheck.Check(patch, operations.ObjectClassInfo), new(operations.ObjectClass, given, cancellation)).ConfigureAwait(false), ConnectorOperations.Update);
    }

    /// <inheritdoc/>
    public async ValueTask DeleteAsync(ObjectClass objectClass, Uid uid, OperationOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(objectClass);
        var given = Given(options);
        Given(uid);
        var operations = await FindAsync(objectClass, ConnectorOperations.Delete, cancellation).ConfigureAwait(false);
        await operations.DeleteAsync(uid, new(operations.ObjectClass, given, cancellation)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<Uid> AuthenticateAsync(ObjectClass objectClass, string userName, GuardedString password, OperationOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(objectClass);
        ArgumentException.ThrowIfNullOrEmpty(userName);
        ArgumentNullException.ThrowIfNull(password);
        var given = Given(options);
        var operations = await FindAsync(objectClass, ConnectorOperations.Authenticate, cancellation).ConfigureAwait(false);
        return operations.Answered(await operations.AuthenticateAsync(userName, password, new(operations.ObjectClass, given, cancellation)).ConfigureAwait(false), ConnectorOperations.Authenticate);
    }

    /// <inheritdoc/>
    public async ValueTask<Uid> ResolveUserNameAsync(ObjectClass objectClass, string userName, OperationOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(objectClass);
        ArgumentException.ThrowIfNullOrEmpty(userName);
        var given = Given(options);
        var operations = await FindAsync(objectClass, ConnectorOperations.ResolveUserName, cancellation).ConfigureAwait(false);
        return operations.Answered(await operations.ResolveUserNameAsync(userName, new(operations.ObjectClass, given, cancellation)).ConfigureAwait(false), ConnectorOperations.ResolveUserName);
    }

    /// <summary>
    /// Disposes the connector, where one was created and it is disposable, and then clears the secrets of the facade's copy of the configuration.
    /// It does not wait for operations: end the runs first.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        object? connector;
        lock (_opening)
        {
            if (_disposed)
                return;
            _disposed = true;
            connector = _connector;
        }

        try
        {
            if (connector is IAsyncDisposable asynchronous)
                await asynchronous.DisposeAsync().ConfigureAwait(false);
            else
                (connector as IDisposable)?.Dispose();
        }
        finally
        {
            ClearSecrets();
        }

        GC.SuppressFinalize(this);
    }

    internal static Uid Given(Uid uid) => uid.IsDefault ? throw new ArgumentException("A uid is needed; this one is the default value.", nameof(uid)) : uid;

    internal void CheckRun(SyncRun run, ObjectClassOperations operations, ConnectorOperations wanted)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (run.ObjectClass != operations.ObjectClass)
            throw new ArgumentException($"The run is over {run.ObjectClass}, but this is the face of {operations.ObjectClass}.", nameof(run));
        Require(operations, wanted);
        Open();
    }

    internal OperationContext Context(ObjectClassOperations operations, ConnectorOperations wanted, OperationOptions? options, CancellationToken cancellation)
    {
        Require(operations, wanted);
        var given = Given(options);
        Open();
        return new(operations.ObjectClass, given, cancellation);
    }

    internal SyncResult Run(SyncRun run, ISyncExecution execution)
    {
        run.Attach(execution);
        var activity = SluiceDiagnostics.StartSync(Info.Name, run.ObjectClass.Name);
        try
        {
            execution.Run();
            return execution.Complete();
        }
        catch (Exception exception)
        {
            return Failed(run, execution, exception);
        }
        finally
        {
            Ended(run, activity);
        }
    }

    internal async ValueTask<SyncResult> RunAsync(SyncRun run, ISyncExecution execution)
    {
        run.Attach(execution);
        var activity = SluiceDiagnostics.StartSync(Info.Name, run.ObjectClass.Name);
        try
        {
            await execution.RunAsync().ConfigureAwait(false);
            return execution.Complete();
        }
        catch (Exception exception)
        {
            return Failed(run, execution, exception);
        }
        finally
        {
            Ended(run, activity);
        }
    }

    /// <summary>Declares the object classes, in the order in which the connector declares them; called by the constructor.</summary>
    /// <param name="operations">One for each object class.</param>
    protected void Serve(params ReadOnlySpan<ObjectClassOperations> operations) => _operations = operations.ToArray();

    /// <summary>Declares that further object classes are known only at run time; called by the constructor.</summary>
    protected void ServeDiscovered() => _discovered = false;

    /// <summary>Creates the connector; called once, when the configuration has been found valid.</summary>
    /// <returns>The connector.</returns>
    protected abstract object CreateConnector();

    /// <summary>Clears the secrets of the facade's copy of the configuration; called once, when the connector has been disposed.</summary>
    protected virtual void ClearSecrets()
    {
    }

    /// <summary>What the connector can do as a whole: <see cref="ConnectorOperations.TestConnection"/> and <see cref="ConnectorOperations.Schema"/>.</summary>
    protected virtual ConnectorOperations Declared => ConnectorOperations.None;

    /// <summary>Calls the connector's test.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    protected virtual ValueTask TestConnectionCoreAsync(CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>Calls the connector's schema method.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    protected virtual ValueTask<ConnectorSchema> GetSchemaCoreAsync(CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>Calls the connector's source of object classes.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    protected virtual ValueTask<IReadOnlyList<ObjectClassInfo>> DiscoverCoreAsync(CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>Makes the operations of a class that was discovered.</summary>
    /// <param name="info">The class.</param>
    protected virtual ObjectClassOperations OperationsOf(ObjectClassInfo info) => throw new NotSupportedException();

    private bool CanCompose => _discovered && _operations.Any(one => one.Supported.HasFlag(ConnectorOperations.Sync));

    private static OperationOptions Given(OperationOptions? options)
    {
        if (options is null)
            return OperationOptions.Default;
        options.Validate();
        return options;
    }

    private void Open()
    {
        if (Volatile.Read(ref _connector) is null || _disposed)
            OpenOnce();
    }

    private void OpenOnce()
    {
        lock (_opening)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_connector is not null)
                return;
            var errors = ValidateConfiguration();
            if (errors.Count > 0)
                throw new ConfigurationException($"The configuration of the connector '{Info.Name}'", errors) { ConnectorName = Info.Name };
            Volatile.Write(ref _connector, CreateConnector());
        }
    }

    private ObjectClassOperations? Find(ObjectClass objectClass)
    {
        foreach (var one in _operations)
        {
            if (one.ObjectClass == objectClass)
                return one;
        }

        return null;
    }

    private ObjectClassOperations Find(ObjectClass objectClass, ConnectorOperations wanted)
    {
        var operations = Find(objectClass) ?? throw Unsupported(objectClass, wanted);
        Require(operations, wanted);
        return operations;
    }

    private async ValueTask<ObjectClassOperations> FindAsync(ObjectClass objectClass, ConnectorOperations wanted, CancellationToken cancellation)
    {
        if (!_discovered && Find(objectClass) is null)
            await DiscoverAsync(cancellation).ConfigureAwait(false);
        var operations = Find(objectClass, wanted);
        Open();
        return operations;
    }

    /// <summary>Opens the connector, and learns its object classes where that was not done yet.</summary>
    private async ValueTask DiscoverAsync(CancellationToken cancellation)
    {
        Open();
        if (_discovered)
            return;
        await _discovery.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            // The facade may have been disposed meanwhile: before a discovery by somebody else ended, or before this one did.
            Open();
            if (_discovered)
                return;
            var infos = await DiscoverCoreAsync(cancellation).ConfigureAwait(false);
            Open();
            if (infos is null || infos.Any(info => info is null))
                throw new SyncLawException(SyncLawIds.Slc409NoNullDelta, $"The connector '{Info.Name}' answered null where its object classes are asked for; answer a list without null, empty where there are none.") { ConnectorName = Info.Name };
            _operations = [.. _operations, .. infos.Where(info => Find(info.ObjectClass) is null).DistinctBy(info => info.ObjectClass).Select(OperationsOf)];
            _discovered = true;
        }
        finally
        {
            _discovery.Release();
        }
    }

    private ObjectClassOperations[] Synced() => [.. Served.Where(one => one.Supported.HasFlag(ConnectorOperations.Sync))];

    /// <summary>What a run does; null where the class may still be discovered.</summary>
    private ISyncExecution? Execution(SyncRun run, ConnectorOperations wanted, ISyncHandler? handler, IAsyncSyncHandler? asyncHandler, CancellationToken cancellation)
    {
        // Read before the classes: a discovery may end in between, and a class that it brought would look like a missing one.
        var isDiscovered = _discovered;
        if (Find(run.ObjectClass) is { } operations)
        {
            Require(operations, wanted);
            return operations.Begin(run.From, run.Options, handler, asyncHandler, cancellation);
        }

        if (!isDiscovered)
            return null;
        return Supports(run.ObjectClass).HasFlag(wanted)
            ? new ComposedSync(this, run, Synced(), handler, asyncHandler, cancellation)
            : throw Unsupported(run.ObjectClass, wanted);
    }

    private async ValueTask<SyncResult> DiscoverAndRunAsync(SyncRun run, IAsyncSyncHandler handler, CancellationToken cancellation)
    {
        await DiscoverAsync(cancellation).ConfigureAwait(false);
        return await RunAsync(run, Execution(run, ConnectorOperations.Sync, null, handler, cancellation)!).ConfigureAwait(false);
    }

    private async ValueTask<SyncPosition> FindLatestAsync(ObjectClass objectClass, OperationOptions options, CancellationToken cancellation)
    {
        if (!objectClass.IsAll)
            return await LatestAsync(await FindAsync(objectClass, ConnectorOperations.LatestSyncToken, cancellation).ConfigureAwait(false), options, cancellation).ConfigureAwait(false);
        if (!_discovered)
            await DiscoverAsync(cancellation).ConfigureAwait(false);
        if (!Supports(objectClass).HasFlag(ConnectorOperations.LatestSyncToken))
            throw Unsupported(objectClass, ConnectorOperations.LatestSyncToken);
        Open();
        var synced = Synced();
        var components = new SyncToken[synced.Length];
        for (var i = 0; i < synced.Length; i++)
            components[i] = (await LatestAsync(synced[i], options, cancellation).ConfigureAwait(false)).Token ?? default;
        return Array.TrueForAll(components, token => token.IsDefault)
            ? SyncPosition.Beginning
            : SyncPosition.After(ComposedToken.Format(Array.ConvertAll(synced, one => one.ObjectClass), components, 0, components[0]));
    }

    private ValueTask<SyncPosition> LatestAsync(ObjectClassOperations operations, OperationOptions options, CancellationToken cancellation)
    {
        var latest = operations.GetLatestSyncTokenAsync(new(operations.ObjectClass, options, cancellation));
        return latest.IsCompletedSuccessfully ? new(Position(operations, latest.GetAwaiter().GetResult())) : AwaitLatestAsync(operations, latest);
    }

    // Not a local function: its closure would be made for every call.
    private async ValueTask<SyncPosition> AwaitLatestAsync(ObjectClassOperations operations, ValueTask<SyncToken?> pending) => Position(operations, await pending.ConfigureAwait(false));

    private SyncPosition Position(ObjectClassOperations operations, SyncToken? latest)
    {
        if (latest is not { } token)
            return SyncPosition.Beginning;
        return token.IsDefault || token.IsEmpty
            ? throw new SyncLawException(SyncLawIds.Slc205DeltaCarriesToken, $"The connector '{Info.Name}' answered an empty latest token for {operations.ObjectClass}; answer null where there has been no change yet.") { ConnectorName = Info.Name, ObjectClass = operations.ObjectClass }
            : SyncPosition.After(token);
    }

    private async IAsyncEnumerable<ConnectorObject> FindAndSearchAsync(ObjectClass objectClass, Filter? filter, OperationOptions options, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var operations = await FindAsync(objectClass, ConnectorOperations.Search, cancellation).ConfigureAwait(false);
        await foreach (var found in operations.SearchObjectsAsync(filter, new(operations.ObjectClass, options, cancellation), cancellation).ConfigureAwait(false))
            yield return found;
    }

    private void Require(ConnectorOperations wanted)
    {
        if (!Declared.HasFlag(wanted))
            throw new UnsupportedConnectorOperationException(wanted.ToString(), [.. Operations()]) { ConnectorName = Info.Name };
    }

    private void Require(ObjectClassOperations operations, ConnectorOperations wanted)
    {
        if ((operations.Supported & wanted) == ConnectorOperations.None)
            throw Unsupported(operations.ObjectClass, wanted);
    }

    private ConnectorException Unsupported(ObjectClass objectClass, ConnectorOperations wanted)
    {
        var classes = Served.Where(one => one.Supported.HasFlag(wanted)).Select(one => one.ObjectClass).ToArray();
        return classes.Length == 0
            ? new UnsupportedConnectorOperationException(wanted.ToString(), [.. Operations()]) { ConnectorName = Info.Name, ObjectClass = objectClass }
            : new UnsupportedObjectClassException(objectClass, classes, $"{wanted} of the connector '{Info.Name}'") { ConnectorName = Info.Name };
    }

    private IEnumerable<string> Operations()
    {
        var all = _operations.Aggregate(Declared, (sum, one) => sum | one.Supported);
        return Enum.GetValues<ConnectorOperations>().Where(one => one != ConnectorOperations.None && all.HasFlag(one)).Select(one => one.ToString());
    }

    private SyncResult Failed(SyncRun run, ISyncExecution execution, Exception exception)
    {
        if (execution.Fail(exception) is not { } fault)
            return execution.Complete();
        (fault.SourceException as ConnectorException)?.AddContext(Info.Name, run.ObjectClass);
        if (run.Outcome != SyncOutcome.Cancelled)
            Log.SyncFailed(fault.SourceException, Info.Name, run.ObjectClass.Name, run.Delivered, run.Position);
        fault.Throw();
        throw fault.SourceException;
    }

    private void Ended(SyncRun run, System.Diagnostics.Activity? activity)
    {
        if (activity is not null || SluiceDiagnostics.IsCounting)
            SluiceDiagnostics.EndSync(activity, Info.Name, run.ObjectClass.Name, run.Outcome, run.Delivered, run.Acknowledged);
        if (Log.IsEnabled(LogLevel.Information))
            Log.SyncEnded(Info.Name, run.ObjectClass.Name, run.Outcome, run.Delivered, run.Acknowledged, run.Position);
    }
}
