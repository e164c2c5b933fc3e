using Sluice;

namespace Corpus.Slc101.BehindAField;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

[Connector("slc101-behind-a-field")]
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

public sealed class Mirror(IAsyncSyncHandler handler)
{
    private static readonly ObjectClass Devices = new("device");
    private readonly IConnectorFacade _facade = HrConnector.CreateFacade();

    public async Task<SyncPosition> RunAsync(SyncPosition from, CancellationToken cancellation)
    {
        var run = new SyncRun({|SLC101:Devices|}, from);
        await _facade.SyncAsync(run, handler, cancellation);
        return run.Position;
    }
}
