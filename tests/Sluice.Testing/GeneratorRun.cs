using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NUnit.Framework;

namespace Sluice.Testing;

/// <summary>
/// One run of generators over a test's project. Making one already asserts what holds for every input that is not broken:
/// no exception, no diagnostic from the generator, output that compiles without a warning, <c>\n</c> only, plain models,
/// and a second run with an unrelated file added that does no work.
/// </summary>
public sealed class GeneratorRun
{
    private GeneratorRun(Consumer consumer, Sources sources)
    {
        Consumer = consumer;
        var input = consumer.Compile(sources);
        Driver = consumer.CreateDriver().RunGeneratorsAndUpdateCompilation(input, out var output, out _);
        Input = input;
        Output = (CSharpCompilation)output;
        Result = Driver.GetRunResult();
        FailOnException(Result);
    }

    /// <summary>The project.</summary>
    public Consumer Consumer { get; }

    /// <summary>The user's part.</summary>
    public CSharpCompilation Input { get; }

    /// <summary>The user's part and the generated one.</summary>
    public CSharpCompilation Output { get; }

    /// <summary>The driver's own account.</summary>
    public GeneratorDriverRunResult Result { get; }

    /// <summary>The generated files, ordered by hint name.</summary>
    public ImmutableArray<GeneratedSourceResult> Generated
        => [.. Result.Results.SelectMany(result => result.GeneratedSources).OrderBy(source => source.HintName, StringComparer.Ordinal)];

    /// <summary>The generated files' names, in order.</summary>
    public IEnumerable<string> HintNames => Generated.Select(source => source.HintName);

    internal GeneratorDriver Driver { get; }

    /// <summary>Runs the generators of the consumer, or else those of the test's assembly.</summary>
    public static GeneratorRun Of(Sources sources, Consumer? consumer = null)
    {
        var run = new GeneratorRun(consumer ?? Consumer.Default, sources);
        run.AssertSound();
        return run;
    }

    /// <summary>Runs one generator.</summary>
    public static GeneratorRun Of(IIncrementalGenerator generator, Sources sources, Consumer? consumer = null)
        => Of(sources, (consumer ?? Consumer.Default) with { Generators = [generator] });

    /// <summary>Runs over sources that may be broken: nothing is asserted but that no generator throws.</summary>
    public static GeneratorRun OfBroken(Sources sources, Consumer? consumer = null) => new(consumer ?? Consumer.Default, sources);

    /// <summary>The text of one generated file.</summary>
    public string Source(string hintName)
    {
        var found = Generated.Where(source => source.HintName == hintName).Select(source => source.SourceText.ToString()).FirstOrDefault();
        return found ?? throw new AssertionException($"'{hintName}' was not generated. Generated were: {string.Join(", ", HintNames)}");
    }

    /// <summary>Compiles the output and loads it, so that a test can run it.</summary>
    public EmittedAssembly Emit() => EmittedAssembly.Of(Output);

    internal static void FailOnException(GeneratorDriverRunResult run)
    {
        foreach (var result in run.Results)
        {
            if (result.Exception is { } exception)
                throw new AssertionException($"{result.Generator.GetGeneratorType().Name} threw: {exception}", exception);
        }
    }

    private void AssertSound()
    {
        var failures = new List<string>();
        if (Consumer.Generators.IsEmpty)
            failures.Add("No generator: pass one, or mark the test assembly with [assembly: UsesGenerator<...>].");
        failures.AddRange(Result.Diagnostics.Select(diagnostic => $"The generator reported {diagnostic}; rules belong to analyzers."));
        failures.AddRange(CompilerFindings());
        foreach (var source in Generated)
        {
            var text = source.SourceText.ToString();
            if (text.Contains('\r', StringComparison.Ordinal))
                failures.Add($"{source.HintName} contains \\r.");
            if (!text.EndsWith('\n'))
                failures.Add($"{source.HintName} does not end with a newline.");
        }

        foreach (var result in Result.Results)
        {
            var named = Steps.Named(result).ToArray();
            if (result.TrackedOutputSteps.Count > 0 && named.Length == 0 && result.GeneratedSources.Length > 0)
                failures.Add($"{result.Generator.GetGeneratorType().Name} has no named step, so its caching cannot be seen.");
            foreach (var (name, steps) in named)
            {
                var values = steps.SelectMany(step => step.Outputs).Select(output => output.Value);
                failures.AddRange(values.SelectMany(ModelShape.RoslynObjectsIn).Distinct().Select(found => $"step '{name}' holds {found}"));
            }
        }

        var unrelated = Consumer.Parse(new("Unrelated.cs", "namespace Unrelated { internal static class Unrelated { } }"));
        failures.AddRange(Steps.WorkedInVain(Driver.RunGenerators(Input.AddSyntaxTrees(unrelated)).GetRunResult())
            .Select(step => $"After an unrelated file was added, {step}."));

        if (failures.Count > 0)
            throw new AssertionException($"{string.Join("\n", failures)}\n{Listing()}");
    }

    private IEnumerable<string> CompilerFindings()
    {
        var written = Input.SyntaxTrees.ToHashSet();
        foreach (var diagnostic in Output.GetDiagnostics())
        {
            var isGenerated = diagnostic.Location.SourceTree is { } tree && !written.Contains(tree);
            var counts = diagnostic.Id switch
            {
                // Doc comments are asked of generated code only, and so are usings that serve a purpose.
                "CS1591" or "CS1573" or "CS8019" => isGenerated,
                _ => diagnostic.Severity >= DiagnosticSeverity.Warning,
            };
            if (counts && !diagnostic.IsSuppressed && !Consumer.Allow.Contains(diagnostic.Id))
                yield return diagnostic.ToString();
        }
    }

    private string Listing()
        => string.Concat(Generated.Select(source => $"\n--- {source.HintName}\n{string.Join("\n", source.SourceText.Lines.Select((line, i) => $"{i + 1,4} {line}"))}\n"));
}
