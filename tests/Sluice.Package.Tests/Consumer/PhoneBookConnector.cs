using System.ComponentModel.DataAnnotations;
using Sluice;

namespace Consumer;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Entry([Uid] string Id, [Name] string Name, string? Phone);

[ConnectorConfiguration]
public sealed partial class PhoneBookConfiguration
{
    [ConfigurationProperty(Order = 1), Required]
    public string Area { get; set; } = "";
}

[Connector("phone-book")]
public sealed partial class PhoneBookConnector(PhoneBookConfiguration configuration)
{
    [LatestSyncToken<Entry>]
    public static ValueTask<long?> LatestAsync() => new(2);

    [Sync<Entry>(TokenGranularity.PerDelta)]
    public IEnumerable<SyncDelta<Entry>> Sync(long? after)
    {
        for (var sequence = after.GetValueOrDefault() + 1; sequence <= 2; sequence++)
            yield return SyncDelta.CreateOrUpdate(sequence, new Entry(sequence == 1 ? "a" : "b", $"name-{sequence}", $"{configuration.Area}-{sequence}"));
    }
}
