using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.WritesInTransactions;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Change(long Number, string Id, string? Login)
{
    public SyncDelta<Person> Delta => Login is null ? SyncDelta.Delete<Person>(Number, Id) : SyncDelta.CreateOrUpdate(Number, new Person(Id, Login));
}

public interface IUnitOfWork : IAsyncDisposable
{
    Task WriteAsync(Person person, CancellationToken cancellation = default);

    Task RemoveAsync(string uid, CancellationToken cancellation = default);

    Task FlushAsync(CancellationToken cancellation = default);

    Task CommitAsync(CancellationToken cancellation = default);

    Task RollbackAsync(CancellationToken cancellation = default);
}

public interface IFeed
{
    ValueTask<long?> NewestAsync(CancellationToken cancellation = default);

    ValueTask<IUnitOfWork> BeginAsync(CancellationToken cancellation = default);

    IAsyncEnumerable<Change> ReadAsync(long? after, CancellationToken cancellation = default);
}

[Connector("writesintransactions")]
public sealed partial class HrConnector(IFeed feed)
{
    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => feed.NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var change in feed.ReadAsync(after, cancellation))
            yield return change.Delta;
    }

    [Create<Person>]
    public async ValueTask<Uid> CreateAsync(Person person, CancellationToken cancellation)
    {
        await using var work = await feed.BeginAsync(cancellation);
        try
        {
            await work.WriteAsync(person, cancellation);
            await work.CommitAsync();
        }
        catch
        {
            await work.RollbackAsync();
            throw;
        }

        return person.Id;
    }

    [Delete<Person>]
    public async ValueTask DeleteAsync(string uid, CancellationToken cancellation)
    {
        var work = await feed.BeginAsync(cancellation);
        try
        {
            // Half a delete would be worse than a slow one.
            await work.RemoveAsync(uid, CancellationToken.None);
            await work.CommitAsync();
        }
        finally
        {
            await work.FlushAsync();
            await work.DisposeAsync();
        }
    }
}
