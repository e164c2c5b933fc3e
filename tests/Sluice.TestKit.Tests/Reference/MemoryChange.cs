namespace Sluice.TestKit.Tests;

/// <summary>What a change did.</summary>
internal enum MemoryChangeKind
{
    Written,
    Deleted,

    /// <summary>The object is still there, but none of the connector's business any more.</summary>
    LeftScope,

    /// <summary>Something that never was the connector's business.</summary>
    OutOfScope,
}

/// <summary>An entry of the change log; the newest one of each object is also the row of the object.</summary>
/// <param name="Kind">What the change did.</param>
/// <param name="Sequence">Its number, taken when it was written; a transaction that commits late has an early number.</param>
/// <param name="Commit">The number of its transaction, taken at the commit; all changes of a transaction share it.</param>
/// <param name="Time">What the source's clock showed, which may stand still and go back.</param>
/// <param name="Stamp">The same, but never earlier than the stamp before.</param>
/// <param name="Class">The object's class.</param>
/// <param name="Uid">The object's uid after the change.</param>
/// <param name="PreviousUid">Its uid before, where that was another one.</param>
/// <param name="Object">The object after the change; null where it is gone.</param>
/// <param name="IsNew">Whether there was no such object before.</param>
internal sealed record MemoryChange(
    MemoryChangeKind Kind, long Sequence, long Commit, DateTimeOffset Time, DateTimeOffset Stamp, ObjectClass Class, Uid Uid, Uid? PreviousUid, ConnectorObject? Object, bool IsNew);
