using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.Slc504Field;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public sealed record LoggedChange(long Number, DateTimeOffset Time, string PersonId, Person? After);

public interface IChangeLog
{
    ValueTask<long?> NewestAsync(CancellationToken cancellation);

    IAsyncEnumerable<LoggedChange> ReadAfterAsync(long? number, CancellationToken cancellation);
}

[ConnectorConfiguration]
public sealed partial class HrConfiguration
{
    public string Address { get; set; } = "";

    public int PageSize { get; set; } = 500;
}

/// <summary>The same through a field.</summary>
[Connector("hr")]
public sealed partial class HrConnector(HrConfiguration configuration, IChangeLog log)
{
    private readonly HrConfiguration _settings = configuration;

    [LatestSyncToken<Person>]
    public ValueTask<long?> LatestAsync(CancellationToken cancellation) => log.NewestAsync(cancellation);

    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var change in log.ReadAfterAsync(after, cancellation))
            yield return SyncDelta.Delete<Person>(change.Number, change.PersonId);
    }

    [TestConnection]
    public void Test()
    {
        {|SLC504:_settings.Address|} = "https://hr.example";
        Console.WriteLine(configuration.PageSize);
    }
}
