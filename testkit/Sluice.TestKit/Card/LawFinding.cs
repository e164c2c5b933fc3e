namespace Sluice.TestKit;

/// <summary>What is known of one law and one class.</summary>
/// <param name="LawId">The law, one of <see cref="SyncLawIds"/>.</param>
/// <param name="ObjectClass">The class, or <c>__ALL__</c>.</param>
/// <param name="Verdict">How the proof ended.</param>
/// <param name="Reason">One sentence: what went wrong, what is missing, why the law does not apply; empty where it is proven.</param>
/// <param name="Story">What happened until then; null where there is nothing to tell.</param>
/// <param name="Seed">The seed that tells the same story again; null where nothing was random.</param>
/// <param name="Duration">How long the proof took.</param>
public sealed record LawFinding(string LawId, ObjectClass ObjectClass, LawVerdict Verdict, string Reason, Story? Story, string? Seed, TimeSpan Duration)
{
    /// <summary>The faces of the facade that the proof drove: untyped, typed, synchronous.</summary>
    public IReadOnlyList<string> Faces { get; init; } = [];

    /// <summary>The abilities that the harness lacks for a proof, or for its last part; names of interfaces.</summary>
    public IReadOnlyList<string> MissingAbilities { get; init; } = [];

    /// <summary>The law that stood in the way of this one; null where none did.</summary>
    public string? ObstructedBy { get; init; }

    /// <summary>The law's title.</summary>
    public string Title => SyncLaws.Find(LawId)?.Title ?? "";

    /// <summary>The address of the law's page.</summary>
    public string HelpLink => SyncLaws.HelpLink(LawId);

    /// <summary>The finding for people, as a failed test prints it: the law, what went wrong, the story, the seed and the law's page.</summary>
    public string Tell()
    {
        var law = SyncLaws.Find(LawId);
        var lines = new List<string> { $"{LawId} ({ObjectClass}): {Reason}" };
        if (Verdict == LawVerdict.Broken && law is not null)
            lines.AddRange([$"The law: {law.Title}.", $"If it is broken: {law.Consequence}"]);
        if (Verdict is LawVerdict.Broken or LawVerdict.HarnessFault && Story is { Steps.Count: > 0 })
            lines.AddRange(["The story:", Story.ToString().TrimEnd()]);
        if (Seed is not null && Verdict == LawVerdict.Broken)
            lines.Add($"To tell it again: SLUICE_CONTRACT_SEED={Seed}");
        lines.Add(HelpLink);
        return string.Join('\n', lines);
    }
}
