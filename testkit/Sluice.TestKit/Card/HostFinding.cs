namespace Sluice.TestKit;

/// <summary>Whether a connector is safe under the token rules of a host.</summary>
/// <param name="Host">The host's profile.</param>
/// <param name="ObjectClass">The class, or <c>__ALL__</c>.</param>
/// <param name="Verdict">Proven where it is safe, broken where changes were lost or a run stood still.</param>
/// <param name="Reason">One sentence; empty where it is safe.</param>
/// <param name="Story">What happened; null where there is nothing to tell.</param>
/// <param name="Duration">How long the proof took.</param>
public sealed record HostFinding(HostProfile Host, ObjectClass ObjectClass, LawVerdict Verdict, string Reason, Story? Story, TimeSpan Duration)
{
    /// <summary>The finding for people, as a failed test prints it.</summary>
    public string Tell() =>
        $"The host '{Host.Name}' ({ObjectClass}): {Reason}\n{Host.Description}{(Story is { Steps.Count: > 0 } ? $"\nThe story:\n{Story.ToString().TrimEnd()}" : "")}";
}
