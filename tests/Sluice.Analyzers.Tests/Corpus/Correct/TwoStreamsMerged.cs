using Sluice;

namespace Corpus.TwoStreamsMerged;

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

    IEnumerable<Change> ReadRemovedAfter(long? number);
}

/// <summary>Changes and removals come from two streams, in one order.</summary>
[Connector("two-streams-merged")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? Latest() => log.Newest();

    [Sync<Person>(TokenGranularity.PerDelta)]
    public IEnumerable<SyncDelta<Person>> Sync(long? after)
    {
        using var one = log.ReadAfter(after).GetEnumerator();
        using var other = log.ReadRemovedAfter(after).GetEnumerator();
        var (hasOne, hasOther) = (one.MoveNext(), other.MoveNext());
        while (hasOne || hasOther)
        {
            if (hasOne && (!hasOther || one.Current.Number <= other.Current.Number))
            {
                yield return one.Current.Delta;
                hasOne = one.MoveNext();
            }
            else
            {
                yield return SyncDelta.Delete<Person>(other.Current.Number, other.Current.Id);
                hasOther = other.MoveNext();
            }
        }
    }
}
