namespace Sluice.TestKit;

/// <summary>The source can be given a great many changes cheaply, a generated range for instance (SLC305, SLC915).</summary>
public interface IWritesMany
{
    /// <summary>Makes new objects, whatever their content.</summary>
    /// <param name="objectClass">Their class.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask WriteManyAsync(ObjectClass objectClass, int count, CancellationToken cancellation);
}
