namespace Sluice.TestKit;

/// <summary>The number of the next change can be set (SLC213).</summary>
public interface INumbersChanges
{
    /// <summary>Lets the source go on counting from a number, as after years of service.</summary>
    /// <param name="next">The next change's number.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask NumberFromAsync(long next, CancellationToken cancellation);
}
