namespace Sluice.TestKit;

/// <summary>How a host treats tokens: where its first run starts and which token it keeps.</summary>
/// <param name="Name">A short name.</param>
/// <param name="Description">What the host does, in one sentence.</param>
/// <param name="First">Where its first run starts.</param>
/// <param name="Keeps">Which token it keeps.</param>
public sealed record HostProfile(string Name, string Description, HostFirstRun First, HostKeeps Keeps)
{
    /// <summary>A host that stores the position that a facade tells after any exit; the one that Sluice is made for.</summary>
    public static HostProfile SafePosition { get; } = new("safe position", "Stores the position that the facade tells after any exit.", HostFirstRun.Beginning, HostKeeps.Position);

    /// <summary>A host that reads everything first, ignores the return value and keeps the token of the last delta handled.</summary>
    public static HostProfile DeltaTokenOnly { get; } = new("delta token only", "Starts from nothing, ignores the returned token and keeps the token of the last delta handled.", HostFirstRun.Beginning, HostKeeps.LastDelta);

    /// <summary>A host that starts from the latest token and uses the return value only after a run that consumed everything.</summary>
    public static HostProfile ReturnAfterFullRun { get; } = new("return after a full run", "Starts from the latest token and keeps the returned token only after a run that consumed everything; any other run is repeated from its start.", HostFirstRun.Latest, HostKeeps.ReturnAfterFullRun);

    /// <summary>A host that keeps the last good delta's token, and the returned one after a run that returned.</summary>
    public static HostProfile LastGoodDelta { get; } = new("last good delta", "Starts from the latest token, keeps the token of the last good delta, and the returned token where a run returned one.", HostFirstRun.Latest, HostKeeps.LastGoodDelta);

    /// <summary>The profiles above.</summary>
    public static IReadOnlyList<HostProfile> All { get; } = [SafePosition, DeltaTokenOnly, ReturnAfterFullRun, LastGoodDelta];
}
