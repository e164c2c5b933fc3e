using Sluice;

namespace Quickstart;

/// <summary>The newest change of one row: its present content, or nothing where the row is gone.</summary>
internal readonly record struct HrChange<T>(long Sequence, string Uid, T? Row)
    where T : class
{
    public SyncDelta<T> ToDelta() => Row is null ? SyncDelta.Delete<T>(Sequence, Uid) : SyncDelta.CreateOrUpdate(Sequence, Row);
}
