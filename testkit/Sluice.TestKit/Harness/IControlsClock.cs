namespace Sluice.TestKit;

/// <summary>The clock that the source stamps its changes with can be set (SLC918).</summary>
public interface IControlsClock
{
    /// <summary>Stops the clock: all writes from now on share one tick.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask FreezeClockAsync(CancellationToken cancellation);

    /// <summary>Moves the clock, whether it runs or stands.</summary>
    /// <param name="by">How far; back where negative.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask ShiftClockAsync(TimeSpan by, CancellationToken cancellation);

    /// <summary>Lets the clock run again, from where it stands.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask ReleaseClockAsync(CancellationToken cancellation);
}
