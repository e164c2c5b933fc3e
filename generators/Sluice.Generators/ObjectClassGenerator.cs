using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Sluice.Generators.Emission;
using Sluice.Generators.Infrastructure;
using Sluice.Generators.Model;
using Sluice.Generators.Parsing;

namespace Sluice.Generators;

/// <summary>Writes the schema and the mapping of each type with <c>[ObjectClass]</c>, one file per type.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ObjectClassGenerator : IIncrementalGenerator
{
    /// <summary>What the annotated types say; runs whenever the compilation changes.</summary>
    internal const string ParseStage = "ObjectClass.Parse";

    /// <summary>The models that came out of the annotated types.</summary>
    internal const string ModelsStage = "ObjectClass.Models";

    /// <summary>The hint names that two types share when case is ignored; nearly always none.</summary>
    internal const string SharedHintsStage = "ObjectClass.SharedHints";

    /// <summary>What is written: a model and whether its file needs a name of its own.</summary>
    internal const string FilesStage = "ObjectClass.Files";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var models = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                ObjectClassParser.AttributeName,
                static (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax { RawKind: (int)SyntaxKind.RecordDeclaration },
                static (target, cancellation) => IsFirstPart(target) ? ObjectClassParser.Parse((INamedTypeSymbol)target.TargetSymbol, target.SemanticModel.Compilation, report: null, cancellation) : null)
            .WithTrackingName(ParseStage)
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(ModelsStage);

        // Names only, so that a new object class does not touch the files of the others.
        var sharedHints = models
            .Select(static (model, _) => model.Hierarchy.HintName())
            .Collect()
            .Select(static (hints, _) => hints
                .GroupBy(hint => hint, StringComparer.OrdinalIgnoreCase)
                .Where(group => group.Skip(1).Any())
                .Select(group => group.Key)
                .OrderBy(hint => hint, StringComparer.Ordinal)
                .ToEquatableArray())
            .WithTrackingName(SharedHintsStage);

        var files = models.Combine(sharedHints)
            .Select(static (pair, _) => new ObjectClassFile(pair.Left, pair.Right.Contains(pair.Left.Hierarchy.HintName(), StringComparer.OrdinalIgnoreCase)))
            .WithTrackingName(FilesStage);

        context.RegisterSourceOutput(files, static (output, file) => output.AddSource(
            file.Model.Hierarchy.HintName(withHash: file.NeedsHash),
            ObjectClassEmitter.Emit(file.Model)));
    }

    // Two parts with the attribute are the compiler's error to report; one of them is enough to write the file.
    private static bool IsFirstPart(GeneratorAttributeSyntaxContext target)
    {
        var first = target.TargetSymbol.GetAttributes().FirstOrDefault(attribute => attribute.IsAnnotation("ObjectClassAttribute"))?.ApplicationSyntaxReference;
        return first is null || target.Attributes.Any(attribute => attribute.ApplicationSyntaxReference is { } here && here.SyntaxTree == first.SyntaxTree && here.Span == first.Span);
    }
}
