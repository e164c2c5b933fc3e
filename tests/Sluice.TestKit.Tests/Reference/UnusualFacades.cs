namespace Sluice.TestKit.Tests;

/// <summary>A class of which nothing can be changed but the name.</summary>
internal sealed class NamesOnlyFacade(MemorySource source) : LogFacade(source)
{
    private static readonly ConnectorSchema NamesOnly = new(
        [new(ObjectClass.Account, [new(AttributeNames.Name, AttributeType.String)]), new(ObjectClass.Group, [new(AttributeNames.Name, AttributeType.String)])]);

    public override ValueTask<ConnectorSchema> GetSchemaAsync(CancellationToken cancellation = default) => new(NamesOnly);
}

/// <summary>It reads a page again, once, where the connection broke.</summary>
internal sealed class RetryFacade(MemorySource source) : LogFacade(source)
{
    protected override async ValueTask<IReadOnlyList<MemoryChange>> LogAsync(MemoryConnection connection, ObjectClass? objectClass, LogPosition after, int pageSize, CancellationToken cancellation)
    {
        try
        {
            return await base.LogAsync(connection, objectClass, after, pageSize, cancellation);
        }
        catch (ConnectionBrokenException)
        {
            return await base.LogAsync(connection, objectClass, after, pageSize, cancellation);
        }
    }
}

/// <summary>It syncs all classes at once, and none by itself.</summary>
internal sealed class AllOnlyFacade(MemorySource source) : LogFacade(source)
{
    public override ConnectorOperations Supports(ObjectClass objectClass) =>
        objectClass.IsAll ? base.Supports(objectClass) : base.Supports(objectClass) & ~(ConnectorOperations.Sync | ConnectorOperations.LatestSyncToken);

    protected override ObjectClass? Served(ObjectClass objectClass) => objectClass.IsAll ? null : throw new UnsupportedObjectClassException(objectClass, [], "Sync");
}
