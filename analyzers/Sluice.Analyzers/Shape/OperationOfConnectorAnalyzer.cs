using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Sluice.Generators.Parsing;

namespace Sluice.Analyzers.Shape;

/// <summary>SLC012: an operation that no facade can have, since nothing is generated for its class.</summary>
/// <remarks>
/// A connector inherits the operations of its base classes, so a class that somebody may derive a connector from is left alone:
/// an abstract one, one that a connector of this project derives from, and one that is open to other assemblies.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OperationOfConnectorAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = LawRule.Create(
        SyncLawIds.Slc012OperationOfConnector,
        DiagnosticSeverity.Warning,
        "{0} on '{1}' generates nothing, because '{2}' {3}");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(ConnectorParser.AttributeName) is not { } annotation)
                return;

            // Asked for only where a class without [Connector] has operations and could be a base class.
            var bases = new Lazy<ImmutableHashSet<ISymbol>>(() => BasesOfConnectors(start.Compilation.Assembly.GlobalNamespace, annotation, start.CancellationToken));
            start.RegisterSymbolAction(
                symbol =>
                {
                    var type = (INamedTypeSymbol)symbol.Symbol;
                    if (type.SourceLocation is { } place && FirstOperation(type) is var (method, attribute) && !type.HasAnnotation(annotation) && !MayBeBase(type, symbol.Compilation, bases))
                        symbol.ReportDiagnostic(Diagnostic.Create(Rule, place, [method.Locations[0]], Facts(type, annotation, symbol.CancellationToken), attribute, method.Name, type.Name, Remedy(type, annotation, symbol.CancellationToken)));
                },
                SymbolKind.NamedType);
        });
    }

    private static (IMethodSymbol Method, string Attribute)? FirstOperation(INamedTypeSymbol type)
    {
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            foreach (var attribute in method.GetAttributes())
            {
                if (OperationDeclaration.KindOf(attribute.AttributeClass) is { } kind)
                    return (method, new OperationDeclaration(method, attribute, kind, 0).Text);
            }
        }

        return null;
    }

    private static bool MayBeBase(INamedTypeSymbol type, Compilation compilation, Lazy<ImmutableHashSet<ISymbol>> bases)
    {
        if (type is not { TypeKind: TypeKind.Class, IsSealed: false, IsStatic: false })
            return false;
        if (type.IsAbstract)
            return true;
        var isOpenToOthers = compilation.Options.OutputKind == OutputKind.DynamicallyLinkedLibrary
            && type.SelfAndContainers.All(level => level.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal)
            && type.InstanceConstructors.Any(constructor => constructor.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal);

        // A partial class without another part waits for one to be generated.
        var waitsForGenerator = type.DeclaringSyntaxReferences.Length == 1 && type.IsDeclaredPartial(CancellationToken.None);
        return (isOpenToOthers && !waitsForGenerator) || bases.Value.Contains(type.OriginalDefinition);
    }

    private static ImmutableHashSet<ISymbol> BasesOfConnectors(INamespaceSymbol root, INamedTypeSymbol annotation, CancellationToken cancellation)
    {
        var bases = ImmutableHashSet.CreateBuilder<ISymbol>(SymbolEqualityComparer.Default);
        var open = new Stack<INamespaceOrTypeSymbol>([root]);
        while (open.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var member in open.Pop().GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
                open.Push(member);
                if (member is INamedTypeSymbol type && type.HasAnnotation(annotation))
                    bases.UnionWith(type.BasesAndSelf.Select(level => level.OriginalDefinition));
            }
        }

        return bases.ToImmutable();
    }

    private static string Remedy(INamedTypeSymbol type, INamedTypeSymbol annotation, CancellationToken cancellation) => type switch
    {
        { TypeKind: TypeKind.Interface } => "is an interface, and what is written on its methods is not inherited; write it on the connector's method",
        { TypeKind: not TypeKind.Class } => "is no class; move the method to a class with [Connector]",
        { IsStatic: true } => "is static and can be no connector; move the method to a class with [Connector]",
        _ when type.SelfAndContainers.Skip(1).FirstOrDefault(level => level.HasAnnotation(annotation)) is { } outer => $"has no [Connector]; move the method to '{outer.Name}', or make '{type.Name}' a connector of its own",
        _ => $"has no [Connector]; add [Connector(\"{NameOf(type)}\")]{(type.IsDeclaredPartial(cancellation) ? "" : " and make it partial")}",
    };

    // Adding the annotation is a repair only where a facade can be generated then.
    private static ImmutableDictionary<string, string?> Facts(INamedTypeSymbol type, INamedTypeSymbol annotation, CancellationToken cancellation)
    {
        var facts = ImmutableDictionary<string, string?>.Empty;
        if (type is not { TypeKind: TypeKind.Class, IsAbstract: false, IsStatic: false } || type.IsInFileScope || type.SelfAndContainers.Any(level => level.Arity > 0 || level.HasAnnotation(annotation)))
            return facts;
        var canBeCreated = true;
        ConnectorConstructor.Choose(type, (_, _) => canBeCreated = false, cancellation);
        return canBeCreated ? facts.Add(FindingFacts.Subject, NameOf(type)) : facts;
    }

    /// <summary>A name for hosts: <c>HrPeopleConnector</c> becomes <c>hr-people</c>.</summary>
    private static string NameOf(INamedTypeSymbol type)
    {
        var word = type.Name.EndsWith("Connector", StringComparison.Ordinal) && type.Name.Length > "Connector".Length ? type.Name.Substring(0, type.Name.Length - "Connector".Length) : type.Name;
        var name = new StringBuilder();
        for (var i = 0; i < word.Length; i++)
        {
            if (i > 0 && char.IsUpper(word[i]) && (!char.IsUpper(word[i - 1]) || (i + 1 < word.Length && char.IsLower(word[i + 1]))))
                name.Append('-');
            name.Append(char.ToLowerInvariant(word[i]));
        }

        return name.ToString();
    }
}
