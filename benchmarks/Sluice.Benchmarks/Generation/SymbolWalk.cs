using Microsoft.CodeAnalysis;

namespace Sluice.Benchmarks;

/// <summary>
/// The least that a generator of this kind can do: it finds the same annotated types, walks their members with parameters and
/// attributes, keeps one number of each, and writes nothing.
/// </summary>
public sealed class SymbolWalk : IIncrementalGenerator
{
    private static readonly string[] Annotations = ["Sluice.ConnectorAttribute", "Sluice.ObjectClassAttribute", "Sluice.ConnectorConfigurationAttribute"];

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        foreach (var annotation in Annotations)
        {
            var walked = context.SyntaxProvider.ForAttributeWithMetadataName(annotation, static (_, _) => true, static (target, _) => Walk((INamedTypeSymbol)target.TargetSymbol));
            context.RegisterSourceOutput(walked, static (_, _) => { });
        }
    }

    private static int Walk(INamedTypeSymbol type)
    {
        var hash = default(HashCode);
        Walk(type, ref hash);
        foreach (var member in type.GetMembers())
        {
            Walk(member, ref hash);
            switch (member)
            {
                case IMethodSymbol method:
                    hash.Add(method.ReturnType.Name);
                    foreach (var parameter in method.Parameters)
                    {
                        Walk(parameter, ref hash);
                        hash.Add(parameter.Type.Name);
                    }

                    break;
                case IPropertySymbol property:
                    hash.Add(property.Type.Name);
                    break;
            }
        }

        return hash.ToHashCode();
    }

    private static void Walk(ISymbol symbol, ref HashCode hash)
    {
        hash.Add(symbol.Name);
        foreach (var attribute in symbol.GetAttributes())
        {
            hash.Add(attribute.AttributeClass?.Name);
            foreach (var argument in attribute.ConstructorArguments)
                hash.Add(argument.Kind);
        }
    }
}
