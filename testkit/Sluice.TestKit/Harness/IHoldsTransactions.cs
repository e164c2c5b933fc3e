namespace Sluice.TestKit;

/// <summary>The source has parallel writers: a transaction can write (and take its number or time) now and commit later, after others (SLC907).</summary>
public interface IHoldsTransactions
{
    /// <summary>Writes a new object in a transaction that stays open; other writes go on meanwhile.</summary>
    /// <param name="draft">The object.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<IHeldWrite> HoldCreateAsync(ObjectDraft draft, CancellationToken cancellation);
}
