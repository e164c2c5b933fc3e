namespace Sluice.TestKit;

/// <summary>A proof has come to its end before its last line.</summary>
internal sealed class ProofEndedException(LawVerdict verdict, string reason, string? suspect = null, string? ability = null, Exception? cause = null) : Exception(reason, cause)
{
    public LawVerdict Verdict { get; } = verdict;

    /// <summary>Another law that may be to blame; its own proof decides.</summary>
    public string? Suspect { get; } = suspect;

    /// <summary>Whether the facade's guard named <see cref="Suspect"/>, so that there is no doubt.</summary>
    public bool IsCertain { get; init; }

    /// <summary>Whether a call did not come back.</summary>
    public bool IsHang { get; init; }

    /// <summary>The ability that the harness lacks.</summary>
    public string? Ability { get; } = ability;
}
