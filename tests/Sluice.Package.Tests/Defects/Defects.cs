using Sluice;

namespace Consumer.Defects;

// A comment with an id at the end of a line says what the build reports there.
public interface IChangeLog
{
    long Newest();

    IReadOnlyList<SyncDelta<Person>> ReadAfter(long? number);
}

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

[ObjectClass(ObjectClasses.Group)]
public sealed record Team([Uid] string Id, [Name] string Title); // SLC001

[ObjectClass("room")]
public sealed partial record Room(string Id, [Name] string Door); // SLC007

[Connector("defects-one-half")]
public sealed partial class OneHalf(IChangeLog log)
{
    [Sync<Person>]
    public IEnumerable<SyncDelta<Person>> Sync(long? after) => log.ReadAfter(after); // SLC004
}

[Connector("defects-answers")]
public sealed partial class Answers(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        foreach (var delta in log.ReadAfter(after))
        {
            handler.Handle(delta); // SLC301
        }

        handler.HandleResult(newest);
    }
}

[Connector("defects-exceptions")]
public sealed partial class Exceptions(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        foreach (var delta in log.ReadAfter(after))
        {
            try
            {
                if (!handler.Handle(delta))
                    return;
            }
            catch (Exception exception) // SLC304
            {
                Console.WriteLine(exception.Message);
            }
        }

        handler.HandleResult(newest);
    }
}

[Connector("defects-positions")]
public sealed partial class Positions(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        var newest = log.Newest();
        var changes = log.ReadAfter(after);
        if (changes.Count == 0)
            return; // SLC201
        foreach (var delta in changes)
        {
            if (!handler.Handle(delta))
                break;
        }

        handler.HandleResult(newest); // SLC202
    }
}

[Connector("defects-no-fix")]
public sealed partial class NoFix(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>]
    public void Sync(long? after, ISyncTokenResultsHandler<Person> handler)
    {
        handler.HandleResult(log.Newest());
        foreach (var delta in log.ReadAfter(after))
        {
            if (!handler.Handle(delta)) // SLC204
                return;
        }
    }
}
