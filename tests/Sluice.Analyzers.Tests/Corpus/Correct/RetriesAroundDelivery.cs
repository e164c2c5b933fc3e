using Sluice;

namespace Corpus.RetriesAroundDelivery;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Change(long Number, string Id, string? Login)
{
    public SyncDelta<Person> Delta => Login is null ? SyncDelta.Delete<Person>(Number, Id) : SyncDelta.CreateOrUpdate(Number, new Person(Id, Login));
}

public interface IChangeLog
{
    long? Newest();

    IEnumerable<Change> ReadAfter(long? number);
}

/// <summary>A broken read is taken up where it was.</summary>
[Connector("retries-around-delivery")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        if (log.Newest() is not { } newest)
            return;
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                foreach (var change in Page(after))
                {
                    if (!handler.Handle(change.Delta))
                        return;
                    after = change.Number;
                }

                break;
            }
            catch (IOException exception) when (attempt < 3 && exception.HResult != 0)
            {
                Thread.Sleep(100);
            }
        }

        handler.HandleResult(newest);
    }

    private Change[] Page(long? after) => [.. log.ReadAfter(after).Take(50)];
}
