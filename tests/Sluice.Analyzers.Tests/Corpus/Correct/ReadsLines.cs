using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text;
using Sluice;

namespace Corpus.ReadsLines;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IFeed
{
    ValueTask<long?> NewestAsync(CancellationToken cancellation);

    ValueTask<Stream> OpenAsync(long? after, CancellationToken cancellation);
}

[Connector("readslines")]
public sealed partial class HrConnector(IFeed feed)
{
    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => feed.NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var stream = await feed.OpenAsync(after, cancellation);
        using var reader = new StreamReader(stream, leaveOpen: true);
        var number = after ?? 0;
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            var person = await JsonSerializer.DeserializeAsync<Dictionary<string, string>>(new MemoryStream(Encoding.UTF8.GetBytes(line)), cancellationToken: cancellation);
            yield return SyncDelta.CreateOrUpdate(++number, new Person(person!["id"], person["login"]));
        }
    }
}
