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
    private static readonly string[] Ids = ["a", "b"];

    [LatestSyncToken<Entry>]
    public static ValueTask<long?> LatestAsync() => new(Ids.Length);

    [Sync<Entry>(TokenGranularity.PerDelta)]
    public IEnumerable<SyncDelta<Entry>> Sync(long? after)
    {
        for (var sequence = after.GetValueOrDefault() + 1; sequence <= Ids.Length; sequence++)
            yield return SyncDelta.CreateOrUpdate(sequence, new Entry(Ids[sequence - 1], $"name-{sequence}", $"{configuration.Area}-{sequence}"));
    }
}
