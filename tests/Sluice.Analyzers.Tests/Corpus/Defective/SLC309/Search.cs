using Sluice;

namespace Corpus.Slc309.Search;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record Change(long Number, string Id, string? Login)
{
    public SyncDelta<Person> Delta => Login is null ? SyncDelta.Delete<Person>(Number, Id) : SyncDelta.CreateOrUpdate(Number, new Person(Id, Login));
}

public interface IChangeLog
{
    long Newest();

    IEnumerable<Change> ReadAfter(long? number);
}

[Connector("slc309-search")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public IEnumerable<SyncDelta<Person>> Sync(long? after)
    {
        foreach (var change in log.ReadAfter(after))
            yield return change.Delta;
    }

    [Search<Person>]
    public IEnumerable<Person> Search()
    {
        var {|SLC309:file|} = new StreamReader("people.csv");
        while (file.ReadLine() is { } line)
            yield return new Person(line.Split(';')[0], line.Split(';')[1]);
    }
}
