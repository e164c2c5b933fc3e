using Sluice;

namespace Corpus.Slc201.BehindHelper;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long Newest();

    IEnumerable<SyncDelta<Person>> ReadAfter(long? number);
}

[Connector("slc201-behind-helper")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        if (Drain())
            Console.WriteLine("Everything was delivered.");
        else
            Console.WriteLine("The host stopped.");

        bool Drain()
        {
            foreach (var delta in log.ReadAfter(after))
            {
                if (!handler.Handle(delta))
                    return false;
            }

            return true;
        }
    {|SLC201:}|}
}
