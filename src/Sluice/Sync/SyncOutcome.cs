namespace Sluice;

/// <summary>How a run ended.</summary>
public enum SyncOutcome
{
    /// <summary>The run has not ended yet.</summary>
    None,

    /// <summary>Everything was delivered and accepted.</summary>
    Drained,

    /// <summary>The handler accepted a delta and wanted no more.</summary>
    Stopped,

    /// <summary>The handler rejected a delta; the next run delivers it again.</summary>
    Rejected,

    /// <summary>The run was cancelled.</summary>
    Cancelled,

    /// <summary>The connector, the source or the handler threw.</summary>
    Faulted,
}
