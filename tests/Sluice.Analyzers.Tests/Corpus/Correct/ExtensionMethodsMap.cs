using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.ExtensionMethodsMap;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Change(long Number, string Id, string? Login)
{
    public SyncDelta<Person> Delta => Login is null ? SyncDelta.Delete<Person>(Number, Id) : SyncDelta.CreateOrUpdate(Number, new Person(Id, Login));
}

public interface IFeed
{
    ValueTask<long?> NewestAsync(CancellationToken cancellation);

    IAsyncEnumerable<Change> ReadAsync(long? after, CancellationToken cancellation);
}

public static class Mapping
{
    public static SyncDelta<Person> ToDelta(this Change change) => change.Login is { } login
        ? SyncDelta.CreateOrUpdate(change.Number, new Person(change.Id, login))
        : SyncDelta.Delete<Person>(change.Number, change.Id);

    public static async IAsyncEnumerable<SyncDelta<Person>> ToDeltas(this IAsyncEnumerable<Change> changes, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var change in changes.WithCancellation(cancellation))
            yield return change.ToDelta();
    }
}

[Connector("extensionmethodsmap")]
public sealed partial class HrConnector(IFeed feed)
{
    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => feed.NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, CancellationToken cancellation) => feed.ReadAsync(after, cancellation).ToDeltas(cancellation);
}
