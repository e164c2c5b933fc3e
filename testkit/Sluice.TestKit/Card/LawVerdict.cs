namespace Sluice.TestKit;

/// <summary>How the proof of a law ended.</summary>
public enum LawVerdict
{
    /// <summary>Everything that the law asks was seen.</summary>
    Proven,

    /// <summary>The connector did what the law forbids; the story tells it.</summary>
    Broken,

    /// <summary>Undecided: the harness lacks an ability, or another broken law stood in the way. The reason says what to do.</summary>
    NotProven,

    /// <summary>The law has nothing to say about this connector: it declared so, or lacks the operation.</summary>
    NotApplicable,

    /// <summary>The harness threw, did not come back, or contradicted itself; nothing is known of the connector.</summary>
    HarnessFault,
}
