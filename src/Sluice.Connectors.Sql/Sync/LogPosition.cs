namespace Sluice.Connectors.Sql;

/// <summary>
/// An entry of a change log. Its mark is a random number: a log that was restored and written again has another entry at the same
/// place, which the mark tells (SLC215).
/// </summary>
/// <param name="Transaction">The number of the transaction that wrote it; 0 where the database has one writer at a time.</param>
/// <param name="Sequence">Its number.</param>
/// <param name="Mark">Its random mark.</param>
internal readonly record struct LogPosition(long Transaction, long Sequence, long Mark) : IComparable<LogPosition>
{
    public int CompareTo(LogPosition other) => (Transaction, Sequence).CompareTo((other.Transaction, other.Sequence));
}
