namespace Sluice.Benchmarks.Start;

/// <summary>One delta from a new facade to a handler.</summary>
internal static class FirstDelta
{
    public static void Deliver()
    {
        var seen = 0;
        var result = OneConnector.CreateFacade().Person.Sync(new SyncRun(ObjectClass.Account, SyncPosition.Beginning), SyncHandler.From<Person>(_ =>
        {
            seen++;
            return SyncAnswer.Continue;
        }));
        if (seen != 1 || result.Acknowledged != 1)
            throw new InvalidOperationException($"{seen} deltas were seen and {result.Acknowledged} acknowledged; one was expected.");
    }
}

/// <summary>A connector with one person.</summary>
[Connector("one")]
internal sealed partial class OneConnector
{
    [LatestSyncToken<Person>]
#pragma warning disable SLC217 // this source never changes
    public static long? Latest() => 1;
#pragma warning restore SLC217

    [Sync<Person>(TokenGranularity.PerDelta)]
    public static IEnumerable<SyncDelta<Person>> Sync(long? after)
    {
        if (after is null)
            yield return SyncDelta.CreateOrUpdate(1L, new Person("p1", "login1", "login1@mail.example", "Given", "Family", "+00 1", "D1", "1"));
    }
}

/// <summary>A uid, a name and six string attributes.</summary>
[ObjectClass(ObjectClasses.Account)]
internal sealed partial record Person([Uid] string Id, [Name] string Login, string? Mail, string? GivenName, string? FamilyName, string? Telephone, string? Department, string? EmployeeNumber);
