namespace Sluice.TestKit.Tests;

/// <summary>The kit's hand on the SQLite source.</summary>
internal sealed class SqliteHarness : IConnectorHarness, IWritesTogether, ITrimsChangeLog, IBreaksConnection, ICountsOpenResources, ICountsReads, IWritesOutOfScope, IWritesMany, INumbersChanges, IOpensTypedFaces
{
    private readonly SqliteSource _source = new();

    public ContractDeclarations Declarations { get; } = ContractDeclarations.None
        .RenamesInTwoDeltas("The table keeps the newest change of each uid, and no history of uids.");

    public ValueTask<IConnectorFacade> OpenAsync(CancellationToken cancellation) => new(SqliteConnector.Open(_source));

    public TypedFace? TypedFaceOf(IConnectorFacade facade, ObjectClass objectClass) => SqliteConnector.TypedFaceOf(facade, objectClass);

    public ValueTask<Uid> CreateAsync(ObjectDraft draft, CancellationToken cancellation) => new(_source.Create([draft])[0]);

    public ValueTask<IReadOnlyList<Uid>> CreateTogetherAsync(IReadOnlyList<ObjectDraft> drafts, CancellationToken cancellation) => new(_source.Create(drafts));

    public ValueTask<Uid> ChangeAsync(Uid uid, ObjectDraft draft, CancellationToken cancellation) => new(_source.Change(uid, draft));

    public ValueTask DeleteAsync(ObjectClass objectClass, Uid uid, CancellationToken cancellation) => Do(() => _source.Delete(objectClass, uid));

    public ValueTask<IReadOnlyList<ConnectorObject>> ReadAsync(ObjectClass objectClass, CancellationToken cancellation) => new(_source.Truth(objectClass));

    public ValueTask TrimAsync(CancellationToken cancellation) => Do(_source.Trim);

    public ValueTask BreakAfterAsync(int reads, CancellationToken cancellation) => Do(() => _source.BreakAfter(reads));

    public ValueTask HealAsync(CancellationToken cancellation) => Do(() => _source.BreakAfter(-1));

    public ValueTask<int> CountOpenAsync(CancellationToken cancellation) => new(_source.Open);

    public ValueTask<long> CountReadsAsync(CancellationToken cancellation) => new(_source.Reads);

    public ValueTask WriteOutOfScopeAsync(ObjectClass objectClass, int count, CancellationToken cancellation) => Do(() => _source.WriteOutOfScope(objectClass, count));

    public ValueTask WriteManyAsync(ObjectClass objectClass, int count, CancellationToken cancellation) => Do(() => _source.WriteMany(objectClass, count));

    public ValueTask NumberFromAsync(long next, CancellationToken cancellation) => Do(() => _source.NumberFrom(next));

    public ValueTask DisposeAsync()
    {
        _source.Dispose();
        return ValueTask.CompletedTask;
    }

    private static ValueTask Do(Action act)
    {
        act();
        return ValueTask.CompletedTask;
    }
}
