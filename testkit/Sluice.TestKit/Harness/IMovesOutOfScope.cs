namespace Sluice.TestKit;

/// <summary>An object can leave what the connector delivers without being deleted (SLC905).</summary>
public interface IMovesOutOfScope
{
    /// <summary>Moves an object out of scope; <see cref="IConnectorHarness.ReadAsync"/> does not tell it any more.</summary>
    /// <param name="objectClass">Its class.</param>
    /// <param name="uid">The object.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask MoveOutOfScopeAsync(ObjectClass objectClass, Uid uid, CancellationToken cancellation);
}
