namespace Sluice.TestKit.Tests;

/// <summary>The kit's hand on a source in memory, with every ability but large backlogs and numbers.</summary>
internal class MemoryHarness(MemorySource source, Func<MemorySource, IConnectorFacade> open, ContractDeclarations? declarations = null)
    : IConnectorHarness, IHoldsTransactions, IControlsClock, IWritesTogether, ITrimsChangeLog, IRestoresSource, IReplacesSource, IBreaksConnection, ICountsOpenResources,
      ICountsReads, IWritesOutOfScope, IMovesOutOfScope, ICorruptsRecords, IStallsReads, IOpensTypedFaces
{
    public MemorySource Source => source;

    public ContractDeclarations Declarations => declarations ?? ContractDeclarations.None;

    public virtual ValueTask<IConnectorFacade> OpenAsync(CancellationToken cancellation) => new(open(source));

    public virtual ValueTask<Uid> CreateAsync(ObjectDraft draft, CancellationToken cancellation) => new(Task.Run(() => source.Create(draft), cancellation));

    public virtual ValueTask<Uid> ChangeAsync(Uid uid, ObjectDraft draft, CancellationToken cancellation) => new(Task.Run(() => source.Change(uid, draft), cancellation));

    public virtual ValueTask DeleteAsync(ObjectClass objectClass, Uid uid, CancellationToken cancellation) => new(Task.Run(() => source.Delete(objectClass, uid), cancellation));

    public virtual ValueTask<IReadOnlyList<ConnectorObject>> ReadAsync(ObjectClass objectClass, CancellationToken cancellation) => new(source.Truth(objectClass));

    public ValueTask<IHeldWrite> HoldCreateAsync(ObjectDraft draft, CancellationToken cancellation) => new(source.HoldCreate(draft));

    public ValueTask<IReadOnlyList<Uid>> CreateTogetherAsync(IReadOnlyList<ObjectDraft> drafts, CancellationToken cancellation) => new(source.CreateTogether(drafts));

    public ValueTask FreezeClockAsync(CancellationToken cancellation) => Do(source.Freeze);

    public ValueTask ShiftClockAsync(TimeSpan by, CancellationToken cancellation) => Do(() => source.Shift(by));

    public ValueTask ReleaseClockAsync(CancellationToken cancellation) => Do(source.Release);

    public ValueTask TrimAsync(CancellationToken cancellation) => Do(source.Trim);

    public ValueTask BackUpAsync(CancellationToken cancellation) => Do(source.BackUp);

    public ValueTask RestoreAsync(CancellationToken cancellation) => Do(source.Restore);

    public ValueTask ReplaceAsync(CancellationToken cancellation) => Do(source.Replace);

    public virtual ValueTask BreakAfterAsync(int reads, CancellationToken cancellation) => Do(() => source.BreakAfter(reads));

    public ValueTask HealAsync(CancellationToken cancellation) => Do(() => source.BreakAfter(-1));

    public ValueTask<int> CountOpenAsync(CancellationToken cancellation) => new(source.Open);

    public ValueTask<long> CountReadsAsync(CancellationToken cancellation) => new(source.Reads);

    public ValueTask WriteOutOfScopeAsync(ObjectClass objectClass, int count, CancellationToken cancellation) => Do(() => source.WriteOutOfScope(objectClass, count));

    public ValueTask MoveOutOfScopeAsync(ObjectClass objectClass, Uid uid, CancellationToken cancellation) => Do(() => source.MoveOutOfScope(objectClass, uid));

    public ValueTask CorruptAsync(ObjectClass objectClass, Uid uid, CancellationToken cancellation) => Do(() => source.Corrupt(objectClass, uid));

    public ValueTask MendAsync(CancellationToken cancellation) => Do(source.Mend);

    public ValueTask<Task> StallAfterAsync(int reads, CancellationToken cancellation) => new(source.StallAfter(reads));

    public ValueTask ReleaseReadsAsync(CancellationToken cancellation) => Do(source.ReleaseReads);

    /// <summary>Gives the typed faces of a generated connector; null for one that is written by hand.</summary>
    public Func<IConnectorFacade, ObjectClass, TypedFace?>? Typed { get; init; }

    public TypedFace? TypedFaceOf(IConnectorFacade facade, ObjectClass objectClass) => Typed?.Invoke(facade, objectClass);

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private static ValueTask Do(Action act)
    {
        act();
        return ValueTask.CompletedTask;
    }
}

/// <summary>The same, for connectors whose tokens are numbers of the log and which read it page by page.</summary>
internal sealed class MemoryLogHarness(MemorySource source, Func<MemorySource, IConnectorFacade> open, ContractDeclarations? declarations = null)
    : MemoryHarness(source, open, declarations), IWritesMany, INumbersChanges
{
    public ValueTask WriteManyAsync(ObjectClass objectClass, int count, CancellationToken cancellation)
    {
        Source.WriteMany(objectClass, count);
        return ValueTask.CompletedTask;
    }

    public ValueTask NumberFromAsync(long next, CancellationToken cancellation)
    {
        Source.NumberFrom(next);
        return ValueTask.CompletedTask;
    }
}
