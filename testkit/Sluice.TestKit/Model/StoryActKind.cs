namespace Sluice.TestKit;

/// <summary>What may happen in a random story.</summary>
internal enum StoryActKind
{
    Create,
    Change,
    Rename,
    Delete,
    Recreate,
    CreateTogether,
    OutOfScope,
    Hold,
    Commit,
    Rollback,
    FreezeClock,
    ShiftClock,
    ReleaseClock,
    Break,
    Sync,
    SyncAndStop,
    SyncAndReject,
    SyncAndThrow,
    SyncAndCancel,
    WriteDuringSync,
    Restart,
    SetBack,
}
