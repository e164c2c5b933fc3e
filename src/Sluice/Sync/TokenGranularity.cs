namespace Sluice;

/// <summary>What the token on a delta promises.</summary>
public enum TokenGranularity
{
    /// <summary>
    /// Neighbouring deltas with equal tokens form a group; a sync after the token delivers what follows the whole group. Safe
    /// for every source: the position moves when a group is complete.
    /// </summary>
    Group,

    /// <summary>Each delta has a token of its own, so the position moves with each; two equal neighbours are an error (SLC206).</summary>
    PerDelta,

    /// <summary>
    /// Like <see cref="Group"/>, but a run may deliver the input token's own group once more. A host that bounds its runs has to
    /// accept more than that group, or it stands still.
    /// </summary>
    AtLeastOnce,
}
