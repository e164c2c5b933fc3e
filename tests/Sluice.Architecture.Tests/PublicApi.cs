using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Sluice.Architecture.Tests;

/// <summary>What an assembly promises: one line per type and member that others can see, in ordinal order.</summary>
internal static class PublicApi
{
    private static readonly SymbolDisplayFormat Format = new(
        globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.Omitted,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints | SymbolDisplayGenericsOptions.IncludeVariance,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeExplicitInterface
            | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeAccessibility | SymbolDisplayMemberOptions.IncludeConstantValue | SymbolDisplayMemberOptions.IncludeRef
            | SymbolDisplayMemberOptions.IncludeType,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeModifiers | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static IReadOnlyList<string> Of(string assemblyFile, IEnumerable<MetadataReference> references)
    {
        var assembly = MetadataReference.CreateFromFile(assemblyFile);
        var compilation = CSharpCompilation.Create("PublicApi", references: [assembly, .. references.Where(reference => !IsSameAssembly(reference, assemblyFile))]);
        var symbol = (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(assembly)!;

        return [.. Lines(symbol.GlobalNamespace).Order(StringComparer.Ordinal)];
    }

    private static bool IsSameAssembly(MetadataReference reference, string assemblyFile) =>
        string.Equals(Path.GetFileName(reference.Display), Path.GetFileName(assemblyFile), StringComparison.Ordinal);

    private static IEnumerable<string> Lines(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            switch (member)
            {
                case INamespaceSymbol nested:
                    foreach (var line in Lines(nested))
                        yield return line;
                    break;

                case INamedTypeSymbol type when IsVisible(type):
                    yield return Line(type);
                    foreach (var line in Lines(type))
                        yield return line;
                    break;

                // The property and the event say it for their accessors.
                case IMethodSymbol { AssociatedSymbol: not null }:
                    break;

                case not INamedTypeSymbol when IsVisible(member):
                    yield return $"{member.ContainingType.ToDisplayString(NameOnly)}: {member.ToDisplayString(Format)}";
                    break;
            }
        }
    }

    private static readonly SymbolDisplayFormat NameOnly = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters);

    private static string Line(INamedTypeSymbol type)
    {
        var modifiers = type switch
        {
            { TypeKind: TypeKind.Enum or TypeKind.Interface or TypeKind.Delegate } => "",
            { IsStatic: true } => "static ",
            { IsValueType: true } => "",
            { IsAbstract: true } => "abstract ",
            { IsSealed: true } => "sealed ",
            _ => "",
        };
        var bases = new[] { type.BaseType }
            .Where(baseType => baseType is not null and not { SpecialType: SpecialType.System_Object or SpecialType.System_ValueType or SpecialType.System_Enum or SpecialType.System_MulticastDelegate })
            .Select(baseType => (INamedTypeSymbol)baseType!)
            .Concat(type.Interfaces.Where(IsVisible).OrderBy(face => face.ToDisplayString(NameOnly), StringComparer.Ordinal))
            .Select(baseType => baseType.ToDisplayString(NameOnly));
        var inherits = string.Join(", ", bases);
        var line = $"{type.ToDisplayString(NameOnly)}: {Accessibility(type)} {modifiers}{type.ToDisplayString(Format)}";
        return inherits.Length == 0 ? line : $"{line} : {inherits}";
    }

    private static string Accessibility(ISymbol symbol) =>
        symbol.DeclaredAccessibility == Microsoft.CodeAnalysis.Accessibility.Public ? "public" : "protected";

    private static bool IsVisible(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.ExplicitInterfaceImplementation or MethodKind.StaticConstructor } => false,
        IMethodSymbol { MethodKind: MethodKind.Constructor, IsImplicitlyDeclared: true } => false,
        _ => symbol.DeclaredAccessibility is Microsoft.CodeAnalysis.Accessibility.Public or Microsoft.CodeAnalysis.Accessibility.Protected or Microsoft.CodeAnalysis.Accessibility.ProtectedOrInternal
            && (symbol.ContainingType is null || IsVisible(symbol.ContainingType)),
    };
}
