using System.Runtime.CompilerServices;
using Sluice;

var connector = new HrConnector(new Feed());
await foreach (var person in connector.SearchAsync(CancellationToken.None))
    Console.WriteLine(person.Login);

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed class Feed
{
    private readonly (long Number, string Id, string Login)[] _changes = [(1, "1", "ada"), (2, "2", "bob")];

    public long Newest() => _changes[^1].Number;

    public async IAsyncEnumerable<(long Number, string Id, string Login)> ReadAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var change in _changes.Where(change => after is null || change.Number > after))
        {
            await Task.Delay(1, cancellation);
            yield return change;
        }
    }
}

[Connector("top-level-program")]
public sealed partial class HrConnector(Feed feed)
{
    [LatestSyncToken<Person>]
    public long? Latest() => feed.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var (number, id, login) in feed.ReadAsync(after, cancellation))
            yield return SyncDelta.CreateOrUpdate(number, new Person(id, login));
    }

    [Search<Person>]
    public async IAsyncEnumerable<Person> SearchAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var (_, id, login) in feed.ReadAsync(null, cancellation))
            yield return new Person(id, login);
    }
}
