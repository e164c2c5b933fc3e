using Sluice;

namespace Corpus.Slc304.NearlyRight;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long Newest();

    IEnumerable<SyncDelta<Person>> ReadAfter(long? number);
}

[Connector("slc304-nearly-right")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        try
        {
            foreach (var delta in log.ReadAfter(after))
            {
                if (!handler.Handle(delta))
                    return;
            }
        }
        catch (OperationCanceledException)
        {
            throw;
        }
        catch (IOException exception)
        {
            throw new ConnectionBrokenException("The change log cannot be read.", exception);
        }
        {|SLC304:catch|} (Exception exception)
        {
            Console.Error.WriteLine(exception.Message);
            return;
        }

        handler.HandleResult(newest);
    }
}
