using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Sluice.Benchmarks.FrameworkLike;

/// <summary>
/// A buffer as frameworks of the field have it: the connector runs in a thread of its own, made for each call, and fills a bounded
/// queue from which the caller's thread hands on.
/// </summary>
public sealed class BufferingFacade(IFrameworkFacade inner, int size = 100) : IFrameworkFacade
{
    public void Sync(string objectClass, object? token, Func<FrameworkDelta, bool> handler, IReadOnlyCollection<string>? attributesToGet)
    {
        using var queue = new BlockingCollection<FrameworkDelta>(size);
        using var stop = new CancellationTokenSource();
        ExceptionDispatchInfo? fault = null;
        var producer = new Thread(Produce) { IsBackground = true };
        producer.Start();
        foreach (var delta in queue.GetConsumingEnumerable())
        {
            if (!handler(delta))
            {
                stop.Cancel();
                break;
            }
        }

        producer.Join();
        fault?.Throw();

        void Produce()
        {
            try
            {
                inner.Sync(objectClass, token, Put, attributesToGet);
            }
            catch (Exception exception)
            {
                fault = ExceptionDispatchInfo.Capture(exception);
            }
            finally
            {
                queue.CompleteAdding();
            }
        }

        bool Put(FrameworkDelta delta)
        {
            try
            {
                queue.Add(delta, stop.Token);
                return true;
            }
            catch (OperationCanceledException)
            {
                return false;
            }
        }
    }
}
