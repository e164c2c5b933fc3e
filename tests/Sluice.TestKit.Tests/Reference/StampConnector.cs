namespace Sluice.TestKit.Tests;

/// <summary>
/// Times as tokens, untyped, a synchronous iterator: rows and tombstones not older than the token, so that what shares its time comes
/// once more; only as far as no transaction is open.
/// </summary>
[Connector("stamp", DisplayName = "Time stamp connector")]
internal sealed partial class StampConnector(MemorySource source, StampConnector.End ends)
{
    public static readonly ContractDeclarations Declarations = ContractDeclarations.None
        .ImpreciseTokens("A time does not tell the changes of one tick apart.")
        .RenamesInTwoDeltas("A row knows its uid of today only.")
        .NotApplicable(SyncLawIds.Slc215ForeignToken, "A time says nothing about whose time it is; after a restore the operator starts a full read.");

    /// <summary>What holds besides where nothing is told at the end.</summary>
    public static readonly ContractDeclarations DeclarationsWithoutEnd = Declarations
        .NotApplicable(SyncLawIds.Slc214ExpiredToken, "A class that does not change keeps its old time, which the source forgets some day; it is read in full then.");

    public static IConnectorFacade Open(MemorySource source) => CreateFacade(new GivenService(source, new End(IsTold: true)));

    /// <summary>As most connectors to a table with a time are: each class stands at its own last row, and repeats it.</summary>
    public static IConnectorFacade OpenWithoutEnd(MemorySource source) => CreateFacade(new GivenService(source, new End(IsTold: false)));

    [ObjectClassSource]
    public static IReadOnlyList<ObjectClassInfo> Describe() => HandWrittenFacade.DefaultSchema.Classes;

    [LatestSyncToken]
    public DateTimeOffset? Latest(ObjectClass objectClass)
    {
        using var connection = source.Connect();
        var (newest, unsettled) = connection.Stamps();
        return connection.NewestCommit() == 0 || objectClass.IsAll ? null : newest < unsettled ? newest : unsettled.AddTicks(-1);
    }

    [Sync(Granularity = TokenGranularity.AtLeastOnce)]
    public IEnumerable<SyncEvent> Sync(ObjectClass objectClass, DateTimeOffset? after, CancellationToken cancellation)
    {
        var (changes, end) = Read(objectClass, after, cancellation);
        foreach (var (change, item) in changes)
        {
            if (change.Kind == MemoryChangeKind.OutOfScope)
                yield return SyncEvent.Checkpoint(change.Stamp);
            else if (item is null)
                yield return SyncDelta.Delete(change.Stamp, change.Class, change.Uid);
            else
                yield return SyncDelta.CreateOrUpdate(change.Stamp, item);
        }

        if (ends.IsTold && end is { } final)
            yield return SyncEvent.Checkpoint(final);
    }

    [Search]
    public IEnumerable<ConnectorObject> Search(ObjectClass objectClass, CancellationToken cancellation) =>
        Read(objectClass, null, cancellation).Changes.Where(change => change.Item is not null).Select(change => change.Item!);

    private (IReadOnlyList<(MemoryChange Change, ConnectorObject? Item)> Changes, DateTimeOffset? End) Read(ObjectClass objectClass, DateTimeOffset? after, CancellationToken cancellation)
    {
        using var connection = source.Connect();
        if (after <= connection.Trimmed().Stamp)
            throw new SyncTokenExpiredException("The source has forgotten what was deleted after the token. Start from a full read.") { LawId = SyncLawIds.Slc214ExpiredToken };
        var (newest, unsettled) = connection.Stamps();
        var changes = connection.Select(objectClass, change => change.Stamp < unsettled && (after is not { } known ? change.Object is not null : change.Stamp >= known), cancellation)
            .OrderBy(change => change.Stamp).ThenBy(change => change.Sequence)
            .Select(change => (change, connection.Decode(change)))
            .ToList();
        return (changes, connection.NewestCommit() > 0 && newest < unsettled && !(newest < after) ? newest : default(DateTimeOffset?));
    }

    /// <summary>Whether a run ends with a checkpoint at the newest time of the source.</summary>
    internal sealed record End(bool IsTold);
}
