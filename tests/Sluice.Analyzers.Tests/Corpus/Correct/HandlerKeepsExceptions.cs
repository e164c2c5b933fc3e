using Microsoft.Extensions.Logging;
using Sluice;

namespace Corpus.HandlerKeepsExceptions;

public interface IMainframe
{
    long Newest(CancellationToken cancellation);

    IEnumerable<string> ReadAfter(long? number, CancellationToken cancellation);
}

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Operator([Uid] string Id, [Name] string Name);

/// <summary>What the source throws gets another name; what the host throws passes as it is.</summary>
[Connector("corpus-handler-keeps-exceptions")]
public sealed partial class MainframeConnector(IMainframe mainframe, ILogger<MainframeConnector> logger)
{
    [LatestSyncToken<Operator>]
    public long? Latest(CancellationToken cancellation) => mainframe.Newest(cancellation);

    [Sync<Operator>(TokenGranularity.PerDelta)]
    public void Sync(long? after, ISyncTokenResultsHandler<Operator> handler, CancellationToken cancellation)
    {
        var newest = mainframe.Newest(cancellation);
        using var lines = mainframe.ReadAfter(after, cancellation).GetEnumerator();
        while (true)
        {
            SyncDelta<Operator> delta;
            try
            {
                if (!lines.MoveNext())
                    break;
                delta = Parse(lines.Current);
            }
            catch (IOException exception)
            {
                logger.LogWarning(exception, "The connection to the mainframe broke.");
                throw new ConnectionBrokenException("The mainframe closed the connection.", exception) { IsTransient = true };
            }

            if (!handler.Handle(delta))
                return;
        }

        handler.HandleResult(newest);
    }

    private static SyncDelta<Operator> Parse(string line)
    {
        var number = long.Parse(line.AsSpan(0, 12), System.Globalization.CultureInfo.InvariantCulture);
        var id = line[12..20].TrimEnd();
        return line.Length > 20 ? SyncDelta.CreateOrUpdate(number, new Operator(id, line[20..].TrimEnd())) : SyncDelta.Delete<Operator>(number, id);
    }
}
