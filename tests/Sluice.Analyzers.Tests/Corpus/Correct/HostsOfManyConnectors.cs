using Sluice;

namespace Corpus.HostsOfManyConnectors;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

[Connector("hosts-of-many-connectors")]
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

[Connector("hosts-of-many-connectors-crm")]
public sealed partial class CrmConnector
{
    [Search("customer")]
    public IEnumerable<ConnectorObject> Find(Filter? filter)
    {
        yield return ConnectorObject.Build(new ObjectClass("customer"), "1", "one").Build();
    }
}

/// <summary>Which connector it is, and which class, is told at run time.</summary>
public sealed class Hub(IReadOnlyDictionary<string, IConnectorFacade> facades)
{
    private IConnectorFacade _current = HrConnector.CreateFacade();

    public async Task<int> CountAsync(string name, string objectClass)
    {
        var facade = name == "crm" ? CrmConnector.CreateFacade() : facades[name];
        var count = 0;
        await foreach (var found in facade.SearchAsync(ObjectClass.Of(objectClass)))
            count += found.Uid.Value.Length;
        return count;
    }

    public async Task SwitchAsync(string name)
    {
        _current = facades[name];
        await foreach (var found in _current.SearchAsync(new ObjectClass("customer")))
            Console.WriteLine(found);
        var wanted = new ObjectClass("customer");
        if (name.Length > 3)
            wanted = ObjectClass.Account;
        IConnectorFacade crm = CrmConnector.CreateFacade();
        await foreach (var found in crm.SearchAsync(wanted))
            Console.WriteLine(found);
    }
}
