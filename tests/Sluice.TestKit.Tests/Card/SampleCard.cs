namespace Sluice.TestKit.Tests;

/// <summary>Cards with all that a card can have, for the tests of its forms.</summary>
internal static class SampleCard
{
    /// <summary>Text that breaks out of every form that does not escape.</summary>
    public const string Hostile = "</style></script><script>alert(1)</script>\"'><img src=x onerror=alert(1)> & &amp; | **b** [x](javascript:alert(1)) ``` \u202Eright-to-left\u0000\u001B[31m \uD800 end";

    /// <summary>The card of a connector that breaks some laws, with two classes and <c>__ALL__</c>.</summary>
    public static ContractCard Broken { get; } = new()
    {
        Connector = new("hr-naive", "HR database, naive variant", "Reads what changed after a time of day."),
        ConnectorVersion = "1.4.2",
        System = "PostgreSQL 15.8 on Debian 12",
        KitVersion = "0.1.0",
        Profile = ContractProfile.Standard,
        Budget = TimeSpan.FromSeconds(20),
        Seed = "11872035493,4471",
        Started = new DateTimeOffset(2026, 5, 4, 15, 32, 10, TimeSpan.FromHours(2)),
        Duration = new TimeSpan(0, 0, 1, 44, 125).Add(TimeSpan.FromTicks(7)),
        Declarations =
        [
            new(ContractWeakness.NoDeletes, null, ObjectClass.Account, "The table keeps no trace of deleted rows; the nightly reconciliation finds them."),
            new(null, SyncLawIds.Slc215ForeignToken, null, "The vendor moves the database by export and import only, after which every host starts anew."),
        ],
        Hosts =
        [
            .. HostProfile.All.SelectMany((host, i) => new[] { ObjectClass.Account, ObjectClass.Group, ObjectClass.All }.Select((one, j) => (i + j) % 3 == 0
                ? new HostFinding(host, one, LawVerdict.Broken, "A delta of the second run was never delivered.", Loss, TimeSpan.FromMilliseconds(40))
                : new HostFinding(host, one, j == 2 ? LawVerdict.NotProven : LawVerdict.Proven, "", null, TimeSpan.FromMilliseconds(31)))),
        ],
        Findings = [.. SyncLaws.All.Where(law => law.Enforcers.HasFlag(LawEnforcers.Kit)).SelectMany((law, i) => new[] { ObjectClass.Account, ObjectClass.Group, ObjectClass.All }.Select((one, j) => Finding(law.Id, one, (i * 3) + j)))],
    };

    /// <summary>A card whose every text is hostile.</summary>
    public static ContractCard OfHostileTexts { get; } = Broken with
    {
        Connector = new(Hostile, Hostile, Hostile),
        ConnectorVersion = Hostile,
        System = Hostile,
        KitVersion = Hostile,
        Seed = Hostile,
        Declarations = [new(ContractWeakness.ImpreciseTokens, null, new ObjectClass("a|<b>"), Hostile)],
        Hosts = [new(new HostProfile(Hostile, Hostile, HostFirstRun.Latest, HostKeeps.LastDelta), new ObjectClass("a|<b>"), LawVerdict.Broken, Hostile, HostileStory, TimeSpan.Zero)],
        Findings =
        [
            new(Hostile, new ObjectClass("a|<b>"), LawVerdict.Broken, Hostile, HostileStory, Hostile, TimeSpan.Zero) { Faces = [Hostile], MissingAbilities = [Hostile], ObstructedBy = Hostile },
            new(SyncLawIds.Slc904StopAndResume, new ObjectClass(new string('w', 300)), LawVerdict.NotProven, new string('r', 4000), null, null, TimeSpan.MaxValue),
        ],
    };

    /// <summary>The card of a connector that keeps every law.</summary>
    public static ContractCard Kept { get; } = Broken with
    {
        Connector = new("hr", "HR database"),
        Declarations = [],
        Hosts = [.. Broken.Hosts.Select(finding => finding with { Verdict = LawVerdict.Proven, Reason = "", Story = null })],
        Findings = [.. Broken.Findings.Select(finding => new LawFinding(finding.LawId, finding.ObjectClass, LawVerdict.Proven, "", null, null, finding.Duration))],
    };

    /// <summary>A card of a run that found nothing to prove.</summary>
    public static ContractCard Empty { get; } = Broken with { Declarations = [], Hosts = [], Findings = [], System = null, ConnectorVersion = null };

    private static Story Loss => new(
    [
        new(StoryStepKind.Wrote, "account k0001 'Elun Varga', account k0002 'Ismo Petrov', account k0003 'Ada Nwosu' in one transaction"),
        new(StoryStepKind.Asked, "sync of account from the beginning, the handler accepts 2 deltas and stops"),
        new(StoryStepKind.Delivered, "CreateOrUpdate account k0001 @ time:2026-05-04T13:32:10.1250000+00:00"),
        new(StoryStepKind.Delivered, "CreateOrUpdate account k0002 @ time:2026-05-04T13:32:10.1250000+00:00"),
        new(StoryStepKind.Answered, "accept and stop"),
        new(StoryStepKind.Position, "after:time:2026-05-04T13:32:10.1250000+00:00"),
        new(StoryStepKind.Restarted, "a new facade, the position read back from text"),
        new(StoryStepKind.Asked, "sync of account from there"),
        new(StoryStepKind.Missing, "account k0003, although it was never delivered: where changed > @token skips what shares the token's time"),
        new(StoryStepKind.Different, "the mirror has 2 objects,\nthe source 3"),
    ]);

    private static Story HostileStory => new([new(StoryStepKind.Note, Hostile), new(StoryStepKind.TooMuch, Hostile + "\n" + Hostile)]);

    private static LawFinding Finding(string law, ObjectClass one, int number) => (number % 11) switch
    {
        3 => new(law, one, LawVerdict.Broken, "After a stop at delta 2 of 3 and a resume, 1 change is missing.", Loss, number % 2 == 0 ? "11872035493,4471" : null, TimeSpan.FromMilliseconds(123.4567)),
        5 => new(law, one, LawVerdict.NotProven, "The harness cannot hold a transaction open.", null, null, TimeSpan.Zero) { MissingAbilities = ["IHoldsTransactions"] },
        7 => new(law, one, LawVerdict.NotApplicable, "Declared: the source keeps no trace of deleted rows.", null, null, TimeSpan.Zero),
        9 when number > 100 => new(law, one, LawVerdict.HarnessFault, "IConnectorHarness.ReadAsync did not come back within 10 seconds.", null, null, TimeSpan.FromSeconds(10)),
        _ => new(law, one, LawVerdict.Proven, "", null, null, TimeSpan.FromMilliseconds(12)) { Faces = ["untyped", "typed"] },
    };
}
