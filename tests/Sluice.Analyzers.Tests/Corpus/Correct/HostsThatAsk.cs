using Sluice;

namespace Corpus.HostsThatAsk;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

[Connector("hosts-that-ask")]
public sealed partial class HrConnector
{
    private readonly Person[] _people = [new("p1", "elun"), new("p2", "amar")];

    [LatestSyncToken<Person>]
    public long? Latest() => _people.Length;

    [Sync<Person>(TokenGranularity.PerDelta)]
    public IEnumerable<SyncDelta<Person>> Sync(long? after)
    {
        for (var number = after ?? 0; number < _people.Length; number++)
            yield return SyncDelta.CreateOrUpdate(number + 1, _people[number]);
    }

    [Search<Person>]
    public SearchPage<Person> Find(Filter? filter) => new(_people, null);

    [Search("device", "printer")]
    public IEnumerable<ConnectorObject> FindThings(ObjectClass objectClass, Filter? filter)
    {
        yield return ConnectorObject.Build(objectClass, "1", "one").Build();
    }
}

/// <summary>Written for any connector, tried with this one.</summary>
public static class Explorer
{
    public static async Task ShowAsync(CancellationToken cancellation)
    {
        await using var facade = HrConnector.CreateFacade();
        if (facade.Supports(ObjectClass.Group, ConnectorOperations.Search))
        {
            await foreach (var group in facade.SearchAsync(ObjectClass.Group, cancellation: cancellation))
                Console.WriteLine(group);
        }

        if ((facade.Supports(ObjectClass.Account) & ConnectorOperations.Delete) != 0)
            await facade.DeleteAsync(ObjectClass.Account, "p1", cancellation: cancellation);
    }

    public static async Task<string> TryAsync(IConnectorFacade facade, string name)
    {
        try
        {
            return $"{await facade.GetAsync(new ObjectClass(name), "1")}";
        }
        catch (UnsupportedObjectClassException refused)
        {
            return refused.Message;
        }
    }

    public static async Task<bool> IsRefusedAsync()
    {
        IConnectorFacade facade = HrConnector.CreateFacade();
        try
        {
            await facade.DeleteAsync(ObjectClass.Group, "1");
            return false;
        }
        catch (ConnectorException exception)
        {
            return exception is UnsupportedObjectClassException or UnsupportedConnectorOperationException;
        }
    }
}
