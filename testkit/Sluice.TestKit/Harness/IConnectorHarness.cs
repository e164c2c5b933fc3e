namespace Sluice.TestKit;

/// <summary>
/// The native side of a connector, prepared for one proof: a fresh system, written and read around the connector, and facades onto it.
/// What the system can do beyond that is told by implementing the ability interfaces (<see cref="IHoldsTransactions"/> and its like) too.
/// </summary>
/// <remarks>
/// The kit makes a harness for each proof, calls it from one flow at a time except where a law says otherwise (SLC314, SLC916), and
/// disposes it. A call that throws or does not come back is reported as a fault of the harness, never as a broken law.
/// </remarks>
public interface IConnectorHarness : IAsyncDisposable
{
    /// <summary>The system that the connector is proven against, with its version, as the card names it; null where there is nothing to name.</summary>
    string? SystemName => null;

    /// <summary>What the connector does not promise, with its reasons; it stands on the card.</summary>
    ContractDeclarations Declarations => ContractDeclarations.None;

    /// <summary>Opens a new facade onto the same native system, as a new process would. The kit disposes it.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<IConnectorFacade> OpenAsync(CancellationToken cancellation);

    /// <summary>Fits a proposed object to what the system accepts: shortens a text, names an object that exists. Most harnesses leave it alone.</summary>
    /// <param name="draft">What the kit would write.</param>
    /// <returns>What it shall write.</returns>
    ObjectDraft Fit(ObjectDraft draft) => draft;

    /// <summary>Writes a new object natively.</summary>
    /// <param name="draft">The object.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Its uid, as the connector shall tell it; <see cref="ObjectDraft.Key"/> where the writer chooses it.</returns>
    ValueTask<Uid> CreateAsync(ObjectDraft draft, CancellationToken cancellation);

    /// <summary>Writes an object anew, all of its attributes and its name.</summary>
    /// <param name="uid">The object.</param>
    /// <param name="draft">Its whole content from now on.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Its uid afterwards: another one only where the uid depends on what was written, the name for instance.</returns>
    ValueTask<Uid> ChangeAsync(Uid uid, ObjectDraft draft, CancellationToken cancellation);

    /// <summary>Deletes an object natively.</summary>
    /// <param name="objectClass">Its class.</param>
    /// <param name="uid">The object.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask DeleteAsync(ObjectClass objectClass, Uid uid, CancellationToken cancellation);

    /// <summary>The truth: every live object of a class that the connector shall deliver, read around the connector.</summary>
    /// <param name="objectClass">The class; never <c>__ALL__</c>.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<IReadOnlyList<ConnectorObject>> ReadAsync(ObjectClass objectClass, CancellationToken cancellation);
}
