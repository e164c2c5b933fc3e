using Sluice;

namespace Corpus.Slc101.NearlyRight;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

[Connector("slc101-nearly-right")]
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

public static class Report
{
    public static async Task<int> CountAsync(HrConnector.Facade facade, CancellationToken cancellation)
    {
        var count = 0;
        await foreach (var person in facade.SearchAsync({|SLC101:ObjectClass.Of("account")|}, cancellation: cancellation))
            count += person.Uid.Value.Length > 0 ? 1 : 0;
        return count;
    }
}
