namespace Sluice.TestKit;

/// <summary>What is known of a connector after a run of the kit: the data behind the Markdown, HTML and JSON cards.</summary>
public sealed record ContractCard
{
    /// <summary>The connector; a placeholder where no facade could be opened.</summary>
    public required ConnectorInfo Connector { get; init; }

    /// <summary>The connector's own version; null where it is not known.</summary>
    public string? ConnectorVersion { get; init; }

    /// <summary>The system that it was proven against, as the harness names it: <c>PostgreSQL 15.8</c>; null where it names none.</summary>
    public string? System { get; init; }

    /// <summary>The version of the kit, <c>0.1.0</c>.</summary>
    public required string KitVersion { get; init; }

    /// <summary>How thorough the run was.</summary>
    public required ContractProfile Profile { get; init; }

    /// <summary>What the random model was allowed to take for each class.</summary>
    public required TimeSpan Budget { get; init; }

    /// <summary>The seed of everything random.</summary>
    public required string Seed { get; init; }

    /// <summary>When the run began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>What the connector does not promise.</summary>
    public IReadOnlyList<ContractDeclaration> Declarations { get; init; } = [];

    /// <summary>Law by law and class by class: by law id, then in the order of the classes, <c>__ALL__</c> last.</summary>
    public IReadOnlyList<LawFinding> Findings { get; init; } = [];

    /// <summary>Host by host and class by class.</summary>
    public IReadOnlyList<HostFinding> Hosts { get; init; } = [];

    /// <summary>Whether no law is broken and the harness did what it should.</summary>
    public bool Passed => Findings.All(finding => finding.Verdict is not (LawVerdict.Broken or LawVerdict.HarnessFault));

    /// <summary>How many findings have a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    public int Count(LawVerdict verdict) => Findings.Count(finding => finding.Verdict == verdict);
}
