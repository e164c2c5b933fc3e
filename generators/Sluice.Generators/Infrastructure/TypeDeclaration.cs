using Microsoft.CodeAnalysis;

namespace Sluice.Generators.Infrastructure;

/// <summary>
/// One partial declaration. Accessibility, <c>sealed</c>, <c>static</c> and constraints are left out: the user's own part has
/// them, and a part that says nothing cannot contradict it. Type parameters must be repeated with their variance.
/// </summary>
/// <param name="Keyword"><c>class</c>, <c>struct</c>, <c>interface</c>, <c>record</c> or <c>record struct</c>.</param>
/// <param name="Name">Escaped where it is a keyword.</param>
/// <param name="TypeParameters">Names, with <c>in</c> or <c>out</c> before them.</param>
internal sealed record TypeDeclaration(string Keyword, string Name, EquatableArray<string> TypeParameters)
{
    /// <summary>The declaration's head: <c>partial class Name&lt;T&gt;</c>.</summary>
    public string Header => TypeParameters.IsEmpty
        ? $"partial {Keyword} {Name}"
        : $"partial {Keyword} {Name}<{string.Join(", ", TypeParameters)}>";

    /// <summary>The name as other code uses it: <c>Name&lt;T&gt;</c>.</summary>
    public string NameWithParameters => TypeParameters.IsEmpty
        ? Name
        : $"{Name}<{string.Join(", ", TypeParameters.Select(parameter => parameter.Substring(parameter.LastIndexOf(' ') + 1)))}>";

    public static TypeDeclaration Of(INamedTypeSymbol type) => new(
        (type.TypeKind, type.IsRecord) switch
        {
            (TypeKind.Struct, true) => "record struct",
            (TypeKind.Struct, false) => "struct",
            (TypeKind.Interface, _) => "interface",
            (_, true) => "record",
            _ => "class",
        },
        CSharpLiteral.Identifier(type.Name),
        type.TypeParameters.Select(WithVariance).ToEquatableArray());

    private static string WithVariance(ITypeParameterSymbol parameter)
    {
        var name = CSharpLiteral.Identifier(parameter.Name);
        return parameter.Variance switch
        {
            VarianceKind.In => $"in {name}",
            VarianceKind.Out => $"out {name}",
            _ => name,
        };
    }
}
