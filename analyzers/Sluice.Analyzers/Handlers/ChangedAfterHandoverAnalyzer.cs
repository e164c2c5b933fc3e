using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Flow;

namespace Sluice.Analyzers.Handlers;

/// <summary>SLC310: what went into a delta is changed for the next one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ChangedAfterHandoverAnalyzer : ConnectorBodyAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = LawRule.Create(
        SyncLawIds.Slc310NoChangeAfterHandover,
        DiagnosticSeverity.Info,
        "'{0}' is changed after it went into a delta, so the host may see the values of another one; make a new one for each delta, or hand over a copy");

    private static readonly string[] Changes =
        ["Add", "AddRange", "Insert", "Remove", "RemoveAt", "RemoveAll", "Clear", "Push", "Enqueue", "Sort", "Reverse", "Set", "SetValues", "UnionWith", "ExceptWith", "Read", "ReadAsync", "ReadExactly", "ReadExactlyAsync", "ReadBlock", "CopyTo", "Fill", "GetBytes"];

    /// <summary>Makes the analyzer.</summary>
    public ChangedAfterHandoverAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Check(ConnectorBody body, Action<Diagnostic> report)
    {
        if (body.Deliveries.Count == 0)
            return;
        foreach (var declarator in body.Own.OfType<IVariableDeclaratorOperation>())
        {
            var local = declarator.Symbol;
            if (!IsMutable(local.Type) || declarator.Initializer?.Value is not { } value || OperationTree.Core(value) is not (IObjectCreationOperation or IArrayCreationOperation or ICollectionExpressionOperation or IInvocationOperation))
                continue;
            var handovers = body.Deliveries.Where(delivery => IsHandedOver(delivery, local)).ToArray();
            if (handovers.Length == 0 || body.Own.Any(operation => IsReplaced(operation, local)))
                continue;
            foreach (var change in body.Own.Where(operation => IsChange(operation, local)))
            {
                if (handovers.FirstOrDefault(handover => IsAfter(change, handover, declarator)) is { } before)
                    report(Diagnostic.Create(Rule, PlaceOf(change, local), [before.Syntax.GetLocation()], local.Name));
            }
        }
    }

    private static bool IsMutable(ITypeSymbol type)
        => type.IsReferenceType && type.SpecialType != SpecialType.System_String && type.TypeKind is TypeKind.Class or TypeKind.Array && type.Name is not ("ImmutableList" or "ImmutableDictionary" or "StringBuilder");

    // The very object: a constructor's argument or a member's value, not what is computed from it. A builder's object has copies.
    private static bool IsHandedOver(IOperation delivery, ILocalSymbol local)
        => delivery.Descendants().Any(part => part is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local) && IsTakenAsItIs(reference));

    private static bool IsTakenAsItIs(IOperation value)
    {
        while (value.Parent is IConversionOperation { OperatorMethod: null, IsImplicit: true })
            value = value.Parent;
        return value.Parent switch
        {
            // A constructor that asks for any sequence copies it.
            IArgumentOperation { Parent: IObjectCreationOperation { Type: not { Name: "Uid" or "Name" or "SyncToken" } }, Parameter.Type: var type } => SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, value.Type?.OriginalDefinition) || type.Name is "IReadOnlyList" or "IList",
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType: var type }, Parameter.Name: "object" } => ConnectorSymbols.IsDelta(type),
            ISimpleAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation } => true,
            _ => false,
        };
    }

    private static bool IsReplaced(IOperation operation, ILocalSymbol local)
        => operation is ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } && SymbolEqualityComparer.Default.Equals(target.Local, local)
            || operation is IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref, Value: ILocalReferenceOperation passed } && SymbolEqualityComparer.Default.Equals(passed.Local, local);

    private static bool IsChange(IOperation operation, ILocalSymbol local) => operation switch
    {
        IAssignmentOperation { Target: var target, Parent: not IObjectOrCollectionInitializerOperation } => IsPartOf(target, local),
        IInvocationOperation call when Array.IndexOf(Changes, call.TargetMethod.Name) >= 0 => Is(call.Instance, local) || call.Arguments.Any(argument => Is(Viewed(argument.Value), local)),
        _ => false,
    };

    // What a span or a memory looks at.
    private static IOperation Viewed(IOperation value) => value switch
    {
        IConversionOperation conversion => Viewed(conversion.Operand),
        IInvocationOperation { TargetMethod.Name: "AsSpan" or "AsMemory" } view when OperationTree.Receiver(view) is { } whole => Viewed(whole),
        _ => value,
    };

    private static bool IsPartOf(IOperation target, ILocalSymbol local) => target switch
    {
        IArrayElementReferenceOperation element => Is(element.ArrayReference, local),
        IPropertyReferenceOperation { Instance: { } instance } => Is(instance, local),
        IFieldReferenceOperation { Instance: { } instance } => Is(instance, local),
        _ => false,
    };

    private static bool Is(IOperation? operation, ILocalSymbol local) => operation is not null && SymbolEqualityComparer.Default.Equals(VariableFacts.SymbolOf(OperationTree.Core(operation)), local);

    // In the next round of a loop that both are in and the variable is not, or later in the same block.
    private static bool IsAfter(IOperation change, IOperation handover, IVariableDeclaratorOperation declarator)
    {
        if (LoopSyntax.Around(handover.Syntax).Any(loop => loop.Span.Contains(change.Syntax.Span) && !loop.Span.Contains(declarator.Syntax.Span)))
            return true;
        return change.Syntax.SpanStart > handover.Syntax.Span.End && BlockOf(change) is { } block && block == BlockOf(handover);
    }

    private static SyntaxNode? BlockOf(IOperation operation) => operation.Syntax.FirstAncestorOrSelf<StatementSyntax>() switch
    {
        // `if (!handler.Handle(delta)) return;` stands in the block that goes on.
        IfStatementSyntax { Parent: BlockSyntax block } choice when choice.Condition.Span.Contains(operation.Syntax.Span) => block,
        { Parent: BlockSyntax block } => block,
        _ => null,
    };

    private static Location PlaceOf(IOperation change, ILocalSymbol local)
        => change.Syntax.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().First(name => string.Equals(name.Identifier.ValueText, local.Name, StringComparison.Ordinal)).GetLocation();
}
