namespace Sluice.TestKit.Tests;

/// <summary>Every defective connector.</summary>
internal static class AllMutants
{
    public static IReadOnlyList<Mutant> All { get; } = [.. HandlerMutants.All, .. PositionMutants.All, .. TokenMutants.All, .. SourceMutants.All, .. ObjectMutants.All];

    /// <summary>How the kit runs against them: shortly, since each only has to fall.</summary>
    public static ContractSettings Settings { get; } = ContractSettings.Default with
    {
        Seed = "20260504",
        Budget = TimeSpan.FromSeconds(2),
        Stories = 30,
        StepLimit = TimeSpan.FromSeconds(4),
        Backlog = 20_000,
    };

    public static readonly IReadOnlyList<ObjectClass> Classes = [ObjectClass.Account, ObjectClass.Group, ObjectClass.All];
}
