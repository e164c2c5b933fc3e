using Microsoft.CodeAnalysis;
using Sluice.Analyzers.Tests.Rules;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Shape;

/// <summary>One parser, two listeners: what the generator leaves out is exactly what an analyzer calls an error.</summary>
public sealed class EmissionTests
{
    private const string Usings = "using System; using System.Collections.Generic; using System.ComponentModel.DataAnnotations; using Sluice;\n";

    [TestCaseSource(typeof(ShapeCorpus), nameof(ShapeCorpus.All))]
    public async Task NoErrorMeansThatEverythingWasGenerated(string source, string[] parts)
    {
        var (_, found) = await Analyzed.RunAsync(Usings + source);
        var run = GeneratorRun.OfBroken(Usings + source);
        var text = string.Concat(run.Generated.Select(file => file.SourceText));
        var missing = parts.Where(part => !text.Contains(part, StringComparison.Ordinal));
        var errors = found.Where(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error);

        if (errors.Any())
            Assert.That(missing, Is.Not.Empty, $"Everything is there in spite of\n{string.Join("\n", errors)}");
        else
            Assert.That(missing, Is.Empty, text);
        Assert.That(run.Result.Diagnostics, Is.Empty, "the generator itself is silent");
    }

    [TestCaseSource(typeof(ShapeCorpus), nameof(ShapeCorpus.All))]
    public async Task TheGeneratedHalfChangesNoFinding(string source, string[] parts)
    {
        var (output, after) = await Analyzed.RunAsync(Usings + source);
        var before = await Analyzed.RunAsync(output.RemoveSyntaxTrees(output.SyntaxTrees.Skip(1)));

        Assert.That(parts, Is.Not.Empty);
        Assert.That(after.Select(diagnostic => diagnostic.ToString()), Is.EqualTo(before.Select(diagnostic => diagnostic.ToString())));
        Assert.That(output.SyntaxTrees, Is.Not.Empty);
    }
}
