namespace Sluice.TestKit.Tests;

/// <summary>
/// The log's number alone as token, and a first run that reads the log from its start: right as long as the source is never trimmed,
/// restored or replaced. Its tokens have an order, which the mutants of some laws need.
/// </summary>
internal class NumberFacade(MemorySource source) : LogFacade(source)
{
    protected override SyncToken Format(LogPosition position) => position.Sequence;

    protected override LogPosition Parse(SyncToken token) => new(Source.Identity, token.AsInt64());

    protected override LogPosition Beginning(MemoryConnection connection) => new(Source.Identity, 0);
}
