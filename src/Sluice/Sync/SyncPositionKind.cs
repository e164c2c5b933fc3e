namespace Sluice;

/// <summary>What a <see cref="SyncPosition"/> says.</summary>
public enum SyncPositionKind
{
    /// <summary>Nothing is known; the host decides where to start.</summary>
    None,

    /// <summary>Before the first change: a run delivers every live object.</summary>
    Beginning,

    /// <summary>After a token: a run delivers what came later.</summary>
    After,
}
