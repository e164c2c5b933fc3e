using Consumer;
using Sluice;

// Two changes, a stop after the first, and the rest from the position that the stop left behind.
await using var facade = PhoneBookConnector.CreateFacade(new PhoneBookConfiguration { Area = "north" });
var position = SyncPosition.Beginning;
var heard = new List<string>();
do
{
    var result = await facade.SyncAsync(new SyncRun(ObjectClass.Account, position), SyncHandler.From(delta =>
    {
        heard.Add($"{delta.Uid}={delta.Object?["phone"]}");
        return SyncAnswer.AcceptAndStop;
    }));
    position = result.Position;
    if (result.Outcome == SyncOutcome.Drained)
        break;
}
while (heard.Count < 10);

Console.WriteLine(string.Join(", ", heard));
Console.WriteLine(heard is ["a=north-1", "b=north-2"] ? "the consumer ran" : "the consumer heard something else");
