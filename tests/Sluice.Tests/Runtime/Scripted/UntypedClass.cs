using Sluice.Runtime;

namespace Sluice.Tests.Runtime.Scripted;

/// <summary>The operations of a class without an annotated type, given by the test.</summary>
internal sealed class UntypedClass : UntypedOperations
{
    private readonly Action<UntypedSyncSession>? _sync;
    private readonly Func<UntypedSyncSession, ValueTask>? _syncAsync;
    private readonly Func<SyncToken?>? _latest;

    public UntypedClass(ConnectorFacade facade, ObjectClass objectClass, Action<UntypedSyncSession>? sync, Func<UntypedSyncSession, ValueTask>? syncAsync, TokenGranularity granularity = TokenGranularity.Group, SyncTokenOrder? order = null, Func<SyncToken?>? latest = null, ObjectClassInfo? info = null)
        : base(facade, objectClass, info, TypedClass.Operations(sync is not null, latest is not null), granularity, order)
    {
        _sync = sync;
        _syncAsync = syncAsync;
        _latest = latest;
    }

    protected internal override ValueTask<SyncToken?> GetLatestSyncTokenAsync(OperationContext context) => new(_latest!());

    protected override void Sync(UntypedSyncSession session) => _sync!(session);

    protected override ValueTask SyncAsync(UntypedSyncSession session) => _syncAsync is null ? base.SyncAsync(session) : _syncAsync(session);
}
