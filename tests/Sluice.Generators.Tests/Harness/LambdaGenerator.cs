using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Sluice.Generators.Infrastructure;

namespace Sluice.Generators.Tests.Harness;

/// <summary>A generator whose pipeline is written in the test.</summary>
internal sealed class LambdaGenerator(Action<IncrementalGeneratorInitializationContext> initialize) : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => initialize(context);

    /// <summary>Writes the given text once.</summary>
    public static LambdaGenerator Writing(string text, string hint = "Text.g.cs") => new(context =>
        context.RegisterSourceOutput(
            context.ParseOptionsProvider.Select((_, _) => text).WithTrackingName("Text"),
            (output, written) => output.AddSource(hint, written)));

    /// <summary>One file for each marked type; the parser and the model are the test's.</summary>
    public static LambdaGenerator ForEachMarked<TModel>(Func<INamedTypeSymbol, TModel> parse, Func<TModel, string> write) => new(context =>
        context.RegisterSourceOutput(
            context.SyntaxProvider
                .ForAttributeWithMetadataName("MarkAttribute", (node, _) => node is TypeDeclarationSyntax, (target, _) => parse((INamedTypeSymbol)target.TargetSymbol))
                .WithTrackingName("Parse"),
            (output, model) =>
            {
                var text = write(model);
                output.AddSource($"{text[..text.IndexOf('\n', StringComparison.Ordinal)].TrimStart('/', ' ')}.g.cs", text);
            }));

    /// <summary>A generator as it should be.</summary>
    public static LambdaGenerator Sound { get; } = ForEachMarked(GoodModel.Of, model =>
    {
        var writer = new SourceWriter();
        writer.WriteLine($"// {model.Type.MetadataName}");
        using (model.Type.Open(writer))
        {
            writer.WriteSummary("How many members there are.");
            writer.WriteLine($"public const int Count = {model.Members.Count};");
        }

        return writer.ToString();
    });

    public sealed record GoodModel(TypeHierarchy Type, EquatableArray<string> Members)
    {
        public static GoodModel Of(INamedTypeSymbol type)
            => new(TypeHierarchy.Of(type), type.GetMembers().Where(member => !member.IsImplicitlyDeclared).Select(member => member.Name).ToEquatableArray());
    }
}
