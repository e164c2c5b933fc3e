using Sluice;

namespace Corpus.AnotherServerWhereOneFails;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Change(long Number, string Id, string? Login)
{
    public SyncDelta<Person> Delta => Login is null ? SyncDelta.Delete<Person>(Number, Id) : SyncDelta.CreateOrUpdate(Number, new Person(Id, Login));
}

public interface IChangeLog
{
    long Newest();

    IReadOnlyList<string> Servers { get; }

    IEnumerable<Change> ReadFrom(string server, long? after);
}

[Connector("anotherserverwhereonefails")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public IEnumerable<SyncDelta<Person>> Sync(long? after)
    {
        IEnumerable<Change>? changes = null;
        foreach (var server in log.Servers)
        {
            try
            {
                changes = log.ReadFrom(server, after);
                break;
            }
            catch (IOException exception)
            {
                Console.WriteLine($"{server}: {exception.Message}");
            }
        }

        foreach (var change in changes ?? throw new ConnectionFailedException("No server answers."))
            yield return change.Delta;
    }
}
