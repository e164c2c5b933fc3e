using Sluice;

namespace Corpus.Slc006.TwoPings;

[Connector("slc006-two-pings")]
public sealed partial class HrConnector
{
    [TestConnection]
    public void Ping() => Console.WriteLine("ping");

    [TestConnection]
    public Task {|SLC006:PingAsync|}(CancellationToken cancellation) => Task.Delay(1, cancellation);
}
