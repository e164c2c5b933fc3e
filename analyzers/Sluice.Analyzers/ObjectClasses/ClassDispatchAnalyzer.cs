using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Generators.Model;
using Sluice.Generators.Parsing;

namespace Sluice.Analyzers.ObjectClasses;

/// <summary>
/// Reports what becomes of the object classes that a method is declared for: one that no branch handles and none refuses (SLC103), an
/// <c>__ALL__</c> for which nothing is done (SLC104), and deltas that name <c>__ALL__</c> as their class (SLC106).
/// </summary>
/// <remarks>
/// Each declared class is followed through the method on its own. The facade calls the method for no other class, so a switch over
/// exactly the declared ones needs no default.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClassDispatchAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The fact that tells the classes that are handled, one a line.</summary>
    public const string Handled = nameof(Handled);

    /// <summary>The fact that tells the operation.</summary>
    public const string Operation = nameof(Operation);

    private const string All = "__ALL__";

    private static readonly DiagnosticDescriptor RefuseOtherClasses = LawRule.Create(
        SyncLawIds.Slc103RefuseOtherClasses,
        DiagnosticSeverity.Error,
        "'{0}' is declared for {1}, but no branch here handles that and none refuses it: a host takes it for an empty source; handle it, or throw UnsupportedObjectClassException");

    private static readonly DiagnosticDescriptor AllIsServedOrRefused = LawRule.Create(
        SyncLawIds.Slc104AllIsServedOrRefused,
        DiagnosticSeverity.Error,
        "'{0}' is declared for __ALL__ and does nothing for it; deliver all classes, throw UnsupportedObjectClassException, or leave __ALL__ out of the annotation: the facade then runs the classes one after another");

    private static readonly DiagnosticDescriptor AllDeltasNameTheirClass = LawRule.Create(
        SyncLawIds.Slc106AllDeltasNameTheirClass,
        DiagnosticSeverity.Error,
        "'{0}' is __ALL__ here, the class of no object, so this call fails; name the class of the object that changed");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RefuseOtherClasses, AllIsServedOrRefused, AllDeltasNameTheirClass];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName("Sluice.SyncDelta") is null)
                return;
            start.RegisterSymbolStartAction(
                type =>
                {
                    var operations = ((INamedTypeSymbol)type.Symbol).GetMembers().OfType<IMethodSymbol>().SelectMany(Declarations).ToArray();
                    if (operations.Length > 0)
                        AnalyzeType(type, operations);
                },
                SymbolKind.NamedType);
        });
    }

    // Methods for annotated types have one class, and classes known at run time only are not known here.
    private static IEnumerable<OperationDeclaration> Declarations(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (OperationDeclaration.KindOf(attribute.AttributeClass) is { } kind
                && kind is ConnectorOperation.Sync or ConnectorOperation.Search or ConnectorOperation.Get or ConnectorOperation.Update or ConnectorOperation.Delete
                && new OperationDeclaration(method, attribute, kind, 0) is { ObjectClasses.Count: > 0 } declaration)
            {
                yield return declaration;
            }
        }
    }

    private static void ReportConstant(OperationAnalysisContext context)
    {
        if (ClassPath.ClassArgument((IInvocationOperation)context.Operation) is { } argument
            && string.Equals(KnownValue.ClassName(argument.Value, context.CancellationToken), All, StringComparison.OrdinalIgnoreCase))
        {
            context.ReportDiagnostic(OfNoObject(argument));
        }
    }

    private static void AnalyzeType(SymbolStartAnalysisContext type, OperationDeclaration[] operations)
    {
        var bodies = new ConcurrentDictionary<ISymbol, ClassBody>(SymbolEqualityComparer.Default);
        var declared = operations.Select(operation => operation.Method.PartialImplementationPart ?? operation.Method).ToImmutableHashSet<ISymbol>(SymbolEqualityComparer.Default);

        // Only here: elsewhere a test may well ask what becomes of such a call.
        type.RegisterOperationAction(ReportConstant, OperationKind.Invocation);
        type.RegisterOperationBlockAction(block =>
        {
            if (block.OwningSymbol is IMethodSymbol method
                && (declared.Contains(method) || method.Parameters.Any(parameter => parameter.Type.IsNamed("Sluice", "ObjectClass")))
                && block.OperationBlocks.OfType<IBlockOperation>().FirstOrDefault() is { } body)
            {
                bodies[method] = new(method, block.GetControlFlowGraph(body), body.SemanticModel);
            }
        });
        type.RegisterSymbolEndAction(end =>
        {
            var reported = new HashSet<(string Id, Location Location)>();
            foreach (var operation in operations)
            {
                if (!bodies.TryGetValue(operation.Method.PartialImplementationPart ?? operation.Method, out var body))
                    continue;
                foreach (var diagnostic in Check(operation, body, bodies, end.CancellationToken))
                {
                    if (reported.Add((diagnostic.Id, diagnostic.Location)))
                        end.ReportDiagnostic(diagnostic);
                }
            }
        });
    }

    private static IEnumerable<Diagnostic> Check(OperationDeclaration operation, ClassBody body, IReadOnlyDictionary<ISymbol, ClassBody> bodies, CancellationToken cancellation)
    {
        var paths = operation.ObjectClasses.Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(name => (Name: name, Path: ClassPath.Follow(body, name, bodies, cancellation)))
            .ToArray();
        var handled = paths.Where(one => one.Path is { IsMatched: true, IsServed: true }).ToArray();
        var dropped = paths.Where(one => !one.Path.IsServed && !one.Path.MayRefuse([.. handled.Select(other => other.Path)])).ToArray();
        var facts = ImmutableDictionary<string, string?>.Empty
            .Add(Handled, string.Join("\n", handled.Select(one => one.Name).Where(name => !IsAll(name))))
            .Add(Operation, operation.Kind.ToString());

        foreach (var group in dropped.Where(one => !IsAll(one.Name) && one.Path is { IsMatched: false, Dispatch: not null }).GroupBy(one => PlaceOf(one.Path.Dispatch!)))
            yield return Diagnostic.Create(RefuseOtherClasses, group.Key, facts, operation.Method.Name, string.Join(" and ", group.Select(one => $"\"{one.Name}\"")));
        if (operation.Kind is not (ConnectorOperation.Sync or ConnectorOperation.Search))
            yield break;
        foreach (var (_, path) in dropped.Where(one => IsAll(one.Name)))
        {
            var place = path.Match is { } match ? LabelOf(match) : path.Dispatch is { } dispatch ? PlaceOf(dispatch) : operation.Method.Locations[0];
            yield return Diagnostic.Create(AllIsServedOrRefused, place, operation.Method.Name);
        }

        foreach (var argument in paths.Where(one => IsAll(one.Name)).SelectMany(one => one.Path.ClassArguments))
            yield return OfNoObject(argument);
    }

    private static Diagnostic OfNoObject(IArgumentOperation argument)
    {
        var expression = argument.Syntax is ArgumentSyntax given ? given.Expression : argument.Syntax;
        return Diagnostic.Create(AllDeltasNameTheirClass, expression.GetLocation(), expression.ToString());
    }

    private static bool IsAll(string name) => string.Equals(name, All, StringComparison.OrdinalIgnoreCase);

    /// <summary>The token where the missing branch belongs.</summary>
    private static Location PlaceOf(SyntaxNode comparison) => comparison.AncestorsAndSelf().FirstOrDefault(node => node is SwitchStatementSyntax or SwitchExpressionSyntax or IfStatementSyntax or ConditionalExpressionSyntax) switch
    {
        SwitchStatementSyntax statement => (statement.Sections.SelectMany(section => section.Labels).OfType<DefaultSwitchLabelSyntax>().FirstOrDefault()?.Keyword ?? statement.SwitchKeyword).GetLocation(),
        SwitchExpressionSyntax expression => expression.Arms.FirstOrDefault(arm => arm.Pattern is DiscardPatternSyntax)?.Pattern.GetLocation() ?? expression.SwitchKeyword.GetLocation(),
        IfStatementSyntax statement => statement.IfKeyword.GetLocation(),
        ConditionalExpressionSyntax conditional => conditional.QuestionToken.GetLocation(),
        _ => comparison.GetLocation(),
    };

    private static Location LabelOf(SyntaxNode match) => match switch
    {
        CaseSwitchLabelSyntax label => label.Value.GetLocation(),
        CasePatternSwitchLabelSyntax label => label.Pattern.GetLocation(),
        SwitchExpressionArmSyntax arm => arm.Pattern.GetLocation(),
        _ => match.GetLocation(),
    };
}
