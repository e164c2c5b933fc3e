using System.Runtime.ExceptionServices;

namespace Sluice.Runtime;

/// <summary>What a <see cref="SyncRun"/> drives: the sync of one class, or of all of them one after another.</summary>
internal interface ISyncExecution
{
    SyncPosition Position { get; }

    SyncOutcome Outcome { get; }

    long Delivered { get; }

    long Acknowledged { get; }

    void Run();

    ValueTask RunAsync();

    SyncResult Complete();

    /// <summary>Ends the execution after an exception.</summary>
    /// <returns>What the application is to see; null where the handler had already accepted and stopped, so that it concerns nobody.</returns>
    ExceptionDispatchInfo? Fail(Exception exception);
}
