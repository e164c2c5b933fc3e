using Sluice;

namespace Corpus.Slc012.InnerClass;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long? Newest();

    IEnumerable<SyncDelta<Person>> ReadAfter(long? number);
}

[Connector("slc012-inner-class")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>]
    public IEnumerable<SyncDelta<Person>> Sync(long? after) => log.ReadAfter(after);

    private sealed class {|SLC012:Writer|}
    {
        [Delete<Person>]
        public void Delete(string uid) => Console.WriteLine(uid);
    }

    private Writer Writing { get; } = new();

    public override string ToString() => $"{Writing}";
}
