using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.MissingPhotoIsNoError;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Change(long Number, string Id, string? Login)
{
    public SyncDelta<Person> Delta => Login is null ? SyncDelta.Delete<Person>(Number, Id) : SyncDelta.CreateOrUpdate(Number, new Person(Id, Login));
}

public interface IFeed
{
    ValueTask<long?> NewestAsync(CancellationToken cancellation = default);

    Task<string> NameAsync(string id, CancellationToken cancellation);

    IAsyncEnumerable<Change> ReadAsync(long? after, CancellationToken cancellation = default);
}

[Connector("missingphotoisnoerror")]
public sealed partial class HrConnector(IFeed feed)
{
    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => feed.NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var change in feed.ReadAsync(after, cancellation))
        {
            var name = change.Login ?? "";
            try
            {
                name = await feed.NameAsync(change.Id, cancellation);
            }
            catch (FileNotFoundException exception)
            {
                Console.WriteLine(exception.Message);
            }

            yield return SyncDelta.CreateOrUpdate(change.Number, new Person(change.Id, name));
        }
    }
}
