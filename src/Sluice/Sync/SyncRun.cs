using Sluice.Runtime;

namespace Sluice;

/// <summary>
/// One run of a sync: where it starts and, after any exit (success, stop, exception or cancellation), the position that is safe
/// to store. A run is used once.
/// </summary>
public sealed class SyncRun
{
    private ISyncExecution? _execution;

    /// <summary>Describes a run.</summary>
    /// <param name="objectClass">The object class, or <see cref="ObjectClass.All"/>.</param>
    /// <param name="from">Where to start; not <see cref="SyncPosition.None"/>, since only the host knows what that should mean.</param>
    /// <param name="options">What is asked for; the defaults when null.</param>
    /// <exception cref="ArgumentException">The position is <see cref="SyncPosition.None"/>.</exception>
    public SyncRun(ObjectClass objectClass, SyncPosition from, OperationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(objectClass);
        if (from.Kind == SyncPositionKind.None)
        {
            throw new ArgumentException(
                $"A sync of {objectClass} cannot start from no position. Start from SyncPosition.Beginning to receive every live object, or from the latest token to receive only what changes from now on (SLC211).",
                nameof(from));
        }

        ObjectClass = objectClass;
        From = from;
        Options = options ?? OperationOptions.Default;
        Options.Validate();
    }

    /// <summary>The object class asked for.</summary>
    public ObjectClass ObjectClass { get; }

    /// <summary>Where the run starts.</summary>
    public SyncPosition From { get; }

    /// <summary>What is asked for.</summary>
    public OperationOptions Options { get; }

    /// <summary>
    /// The position that is safe to store now; the starting position until something was acknowledged. Read it in the handler or after the run:
    /// it is not synchronised with other threads while the run goes on.
    /// </summary>
    public SyncPosition Position => _execution?.Position ?? From;

    /// <summary>How the run ended; <see cref="SyncOutcome.None"/> before that.</summary>
    public SyncOutcome Outcome => _execution?.Outcome ?? SyncOutcome.None;

    /// <summary>The number of deltas that the handler was called with.</summary>
    public long Delivered => _execution?.Delivered ?? 0;

    /// <summary>The number of deltas that the handler accepted.</summary>
    public long Acknowledged => _execution?.Acknowledged ?? 0;

    internal void Attach(ISyncExecution execution)
    {
        if (Interlocked.CompareExchange(ref _execution, execution, null) is not null)
            throw new InvalidOperationException("A SyncRun is used once; create another one from its Position to go on.");
    }
}
