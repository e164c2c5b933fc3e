namespace Sluice.TestKit;

/// <summary>A single record of the source can be damaged so that reading it fails (SLC313).</summary>
public interface ICorruptsRecords
{
    /// <summary>Damages an object or its change; reading the others still works.</summary>
    /// <param name="objectClass">Its class.</param>
    /// <param name="uid">The object.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask CorruptAsync(ObjectClass objectClass, Uid uid, CancellationToken cancellation);

    /// <summary>Mends what was damaged.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask MendAsync(CancellationToken cancellation);
}
