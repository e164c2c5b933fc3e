namespace Sluice.TestKit.Tests;

/// <summary>
/// What most connectors to a table with a time are: rows and tombstones not older than the token, and no word of the time at the end, so
/// that each class repeats its own last rows.
/// </summary>
[Connector("seconds", DisplayName = "Time connector without a checkpoint")]
internal sealed partial class SecondsConnector(MemorySource source)
{
    public static readonly ContractDeclarations Declarations = StampConnector.Declarations
        .NotApplicable(SyncLawIds.Slc214ExpiredToken, "A class that does not change keeps its old time, which the source forgets some day; it is read in full then.");

    public static IConnectorFacade Open(MemorySource source) => CreateFacade(new GivenService(source));

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
        using var connection = source.Connect();
        if (after <= connection.Trimmed().Stamp)
            throw new SyncTokenExpiredException("The source has forgotten what was deleted after the token. Start from a full read.") { LawId = SyncLawIds.Slc214ExpiredToken };
        var unsettled = connection.Stamps().Unsettled;
        var changes = connection.Select(objectClass, change => change.Stamp < unsettled && (after is not { } known ? change.Object is not null : change.Stamp >= known), cancellation)
            .OrderBy(change => change.Stamp).ThenBy(change => change.Sequence)
            .Select(change => (change, connection.Decode(change)))
            .ToList();
        foreach (var (change, item) in changes)
        {
            if (change.Kind == MemoryChangeKind.OutOfScope)
                yield return SyncEvent.Checkpoint(change.Stamp);
            else if (item is null)
                yield return SyncDelta.Delete(change.Stamp, change.Class, change.Uid);
            else
                yield return SyncDelta.CreateOrUpdate(change.Stamp, item);
        }
    }

    [Search]
    public IEnumerable<ConnectorObject> Search(ObjectClass objectClass, CancellationToken cancellation)
    {
        using var connection = source.Connect();
        return [.. connection.Select(objectClass, change => change.Object is not null, cancellation).Select(change => connection.Decode(change)!)];
    }
}
