namespace Sluice.TestKit;

/// <summary>The source has changes that do not concern what the connector delivers (SLC908, SLC220).</summary>
public interface IWritesOutOfScope
{
    /// <summary>Makes changes that the connector shall not deliver, although its source lists them.</summary>
    /// <param name="objectClass">The class whose sync shall skip them.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask WriteOutOfScopeAsync(ObjectClass objectClass, int count, CancellationToken cancellation);
}
