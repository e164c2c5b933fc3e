using Sluice;

namespace Corpus.Slc102.InAHost;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

[Connector("slc102-in-a-host")]
public sealed partial class HrConnector
{
    private readonly Person[] _people = [new("p1", "elun"), new("p2", "amar")];

    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => cancellation.IsCancellationRequested ? default : new(_people.Length);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public IEnumerable<SyncDelta<Person>> Sync(long? after)
    {
        for (var number = after ?? 0; number < _people.Length; number++)
            yield return SyncDelta.CreateOrUpdate(number + 1, _people[number]);
    }

    [Search<Person>]
    public IEnumerable<Person> Find(Filter? filter) => _people;
}

public static class Host
{
    private const string Suffix = "__";

    public static ObjectClass Groups { get; } = ObjectClass.Of({|SLC102:"__GROUP" + "_"|});

    public static async Task<bool> IsServedAsync(IConnectorFacade facade)
    {
        await Task.Yield();
        return facade.Supports(new ObjectClass({|SLC102:"ACCOUNT" + Suffix|}), ConnectorOperations.Sync) && facade.Supports(Groups) != ConnectorOperations.None;
    }
}
