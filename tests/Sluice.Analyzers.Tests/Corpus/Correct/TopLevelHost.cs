using Corpus.TopLevelHost;
using Sluice;

// A host that keeps its position in a file and handles a thousand changes at a time.
var store = new FileInfo(args.Length > 0 ? args[0] : "position.txt");
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

await using var facade = BadgeConnector.CreateFacade(new BadgeConfiguration { Door = "main" });
var position = store.Exists ? SyncPosition.Parse(await File.ReadAllTextAsync(store.FullName, stop.Token)) : SyncPosition.Beginning;
var handled = 0;
SyncResult result;
do
{
    result = await facade.SyncAsync(new SyncRun(ObjectClass.Of("badge"), position), SyncHandler.FromAsync(HandleAsync), stop.Token);
    position = result.Position;
    await File.WriteAllTextAsync(store.FullName, position.ToString(), stop.Token);
}
while (result.Outcome == SyncOutcome.Stopped);

Console.WriteLine($"{handled} changes, {result.Outcome}");
return result.Outcome == SyncOutcome.Drained ? 0 : 1;

async ValueTask<SyncAnswer> HandleAsync(SyncDelta delta, CancellationToken cancellation)
{
    await Console.Out.WriteLineAsync($"{delta.Type} {delta.Uid}".AsMemory(), cancellation);
    return ++handled % 1000 == 0 ? SyncAnswer.AcceptAndStop : SyncAnswer.Continue;
}
// file: BadgeConnector.cs
using Sluice;

namespace Corpus.TopLevelHost;

[ObjectClass("badge")]
public sealed partial record Badge([Uid] long Id, [Name] string Holder);

[ConnectorConfiguration]
public sealed partial class BadgeConfiguration
{
    public string Door { get; set; } = "";
}

[Connector("corpus-top-level-host")]
public sealed partial class BadgeConnector(BadgeConfiguration configuration)
{
    private static readonly string[] Holders = ["Ama", "Bo", "Cy"];

    [LatestSyncToken<Badge>]
    public long? Latest() => Holders.Length;

    [Sync<Badge>(TokenGranularity.PerDelta)]
    public IEnumerable<SyncDelta<Badge>> Sync(long? after)
    {
        for (var number = after.GetValueOrDefault() + 1; number <= Holders.Length; number++)
            yield return SyncDelta.Create(number, new Badge(number, $"{Holders[number - 1]} at {configuration.Door}"));
    }
}
