using Microsoft.CodeAnalysis;

namespace Sluice.Testing;

/// <summary>What a generator's own pipeline steps did in a run.</summary>
internal static class Steps
{
    // The host's own steps, which do run on every edit.
    private static readonly HashSet<string> OfHost = [.. WellKnown(typeof(WellKnownGeneratorInputs)), .. WellKnown(typeof(WellKnownGeneratorOutputs)), "CompilationOptions"];

    /// <summary>The steps the generator named.</summary>
    public static IEnumerable<KeyValuePair<string, System.Collections.Immutable.ImmutableArray<IncrementalGeneratorRunStep>>> Named(GeneratorRunResult result)
        => result.TrackedSteps.Where(step => !OfHost.Contains(step.Key) && !step.Key.Contains("_ForAttribute", StringComparison.Ordinal));

    public static IEnumerable<IncrementalStepRunReason> Reasons(IEnumerable<IncrementalGeneratorRunStep> steps)
        => steps.SelectMany(step => step.Outputs).Select(output => output.Reason);

    public static IEnumerable<IncrementalStepRunReason> OutputReasons(GeneratorRunResult result)
        => Reasons(result.TrackedOutputSteps.SelectMany(step => step.Value));

    /// <summary>The steps and outputs that did work although nothing they depend on has changed.</summary>
    public static IEnumerable<string> WorkedInVain(GeneratorDriverRunResult run) => run.Results.SelectMany(result =>
        Named(result)
            .Where(step => Reasons(step.Value).Any(reason => reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)))
            .Select(step => $"step '{step.Key}' was {string.Join(", ", Reasons(step.Value))}; expected Cached or Unchanged")
            .Concat(result.TrackedOutputSteps
                .Where(step => Reasons(step.Value).Any(reason => reason != IncrementalStepRunReason.Cached))
                .Select(step => $"output '{step.Key}' was {string.Join(", ", Reasons(step.Value))}; expected Cached")));

    private static IEnumerable<string> WellKnown(Type type) => type.GetFields().Select(field => (string)field.GetValue(null)!);
}
