using Sluice.Runtime;

namespace Sluice.Tests.Runtime.Scripted;

/// <summary>The operations of an annotated type, given by the test.</summary>
internal sealed class TypedClass : TypedOperations<Account>
{
    private readonly Action<SyncSession<Account>>? _sync;
    private readonly Func<SyncSession<Account>, ValueTask>? _syncAsync;
    private readonly Func<SyncToken?>? _latest;

    public TypedClass(ConnectorFacade facade, Action<SyncSession<Account>>? sync, Func<SyncSession<Account>, ValueTask>? syncAsync, TokenGranularity granularity = TokenGranularity.Group, SyncTokenOrder? order = null, Func<SyncToken?>? latest = null)
        : base(facade, Operations(sync is not null, latest is not null), granularity, order)
    {
        _sync = sync;
        _syncAsync = syncAsync;
        _latest = latest;
    }

    public static ConnectorOperations Operations(bool synchronous, bool latest) =>
        ConnectorOperations.Sync
        | (synchronous ? ConnectorOperations.SynchronousSync : ConnectorOperations.None)
        | (latest ? ConnectorOperations.LatestSyncToken : ConnectorOperations.None);

    protected internal override ValueTask<SyncToken?> GetLatestSyncTokenAsync(OperationContext context) => new(_latest!());

    protected override void Sync(SyncSession<Account> session) => _sync!(session);

    protected override ValueTask SyncAsync(SyncSession<Account> session) => _syncAsync is null ? base.SyncAsync(session) : _syncAsync(session);
}
