using Sluice;

namespace Corpus.Slc101.Plain;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

[Connector("slc101-plain")]
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

public static class Nightly
{
    public static async Task RunAsync(IAsyncSyncHandler handler)
    {
        await using var facade = HrConnector.CreateFacade();
        await facade.SyncAsync({|SLC101:ObjectClass.Group|}, SyncPosition.Beginning, handler);
    }
}
