using Sluice;

namespace Corpus.HostsThatKnow;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

[Connector("hosts-that-know")]
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

public sealed class Mirror(IAsyncSyncHandler handler)
{
    private static readonly ObjectClass People = ObjectClass.Of(ObjectClasses.Account);
    private readonly IConnectorFacade _facade = HrConnector.CreateFacade();

    private static ObjectClass Devices => new("Device");

    public async Task RunAsync(SyncPosition from, CancellationToken cancellation)
    {
        var run = new SyncRun(People, from);
        await _facade.SyncAsync(run, handler, cancellation);
        await _facade.SyncAsync(ObjectClass.All, run.Position, handler, cancellation: cancellation);
        _facade.Sync(ObjectClass.Account, run.Position, SyncHandler.From(_ => SyncAnswer.Continue), cancellation: cancellation);
        await foreach (var device in _facade.SearchAsync(Devices, cancellation: cancellation))
            Console.WriteLine(device);
        Console.WriteLine(await _facade.GetAsync(new("PRINTER"), "1", cancellation: cancellation));
    }
}

public static class Typed
{
    public static async Task<Person?> ReadAsync(HrConnector.Facade facade, IAsyncSyncHandler<Person> handler, CancellationToken cancellation)
    {
        var people = facade.Person;
        await people.SyncAsync(new SyncRun(people.ObjectClass, SyncPosition.Beginning), handler, cancellation);
        return await people.GetAsync("p1", cancellation: cancellation);
    }
}
