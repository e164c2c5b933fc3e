using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Sluice.Analyzers.ObjectClasses;

/// <summary>Decides conditions on the class asked for, where that class is given.</summary>
/// <param name="body">The body with the conditions.</param>
/// <param name="objectClass">The class asked for.</param>
/// <param name="cancellation">Ends the work.</param>
internal sealed class ClassComparison(ClassBody body, string objectClass, CancellationToken cancellation)
{
    private const string All = "__ALL__";

    /// <summary>Whether some condition was met by the very class.</summary>
    public bool IsMatched => Match is not null;

    /// <summary>The comparison that the very class met.</summary>
    public SyntaxNode? Match { get; private set; }

    /// <summary>The comparisons that were decided, as they are written.</summary>
    public List<SyntaxNode> Decided { get; } = [];

    /// <summary>Whether the condition holds; null where it does not depend on the class alone.</summary>
    public bool? Holds(IOperation condition) => body.Source(condition) switch
    {
        { ConstantValue: { HasValue: true, Value: bool constant } } => constant,
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => !Holds(not.Operand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality => AreEqual(equality.LeftOperand, equality.RightOperand, equality.Syntax),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } inequality => !AreEqual(inequality.LeftOperand, inequality.RightOperand, inequality.Syntax),
        IInvocationOperation { TargetMethod: { Name: "Equals", IsStatic: false, ContainingType.Name: "StringComparer" or "EqualityComparer" or "IEqualityComparer" }, Arguments: [var one, var other] } call => AreEqual(one.Value, other.Value, call.Syntax),
        IInvocationOperation { TargetMethod.Name: "Equals", Instance: { } instance, Arguments: [var other, ..] } call => AreEqual(instance, other.Value, call.Syntax),
        IInvocationOperation { TargetMethod: { Name: "Equals", IsStatic: true }, Arguments: [var left, var right, ..] } call => AreEqual(left.Value, right.Value, call.Syntax),
        IPropertyReferenceOperation { Property.Name: "IsAll", Instance: { } instance } property when body.IsClass(instance) => IsNamed(All, property.Syntax),
        IIsPatternOperation test => Matches(test.Value, test.Pattern, test.Syntax),
        _ => null,
    };

    private bool? AreEqual(IOperation left, IOperation right, SyntaxNode syntax)
    {
        if (body.IsClass(right) || body.IsName(right))
            (left, right) = (right, left);
        var isClass = body.IsClass(left);
        if (!isClass && !body.IsName(left))
            return null;
        if (right.ConstantValue is { HasValue: true, Value: null } || (right is IConversionOperation { Operand.ConstantValue: { HasValue: true, Value: null } }))
            return false;
        var name = isClass ? KnownValue.ClassName(body.Source(right), cancellation, body.Model) : KnownValue.Text(body.Source(right), cancellation, body.Model) ?? NameOfClass(right);
        return name is null ? null : IsNamed(name, syntax);
    }

    // objectClass.Name == ObjectClass.Account.Name
    private string? NameOfClass(IOperation operation)
        => body.Source(operation) is IPropertyReferenceOperation { Property.Name: "Name", Instance: { } instance } ? KnownValue.ClassName(instance, cancellation, body.Model) : null;

    private bool? Matches(IOperation value, IPatternOperation pattern, SyntaxNode syntax) => pattern switch
    {
        INegatedPatternOperation negated => !Matches(value, negated.Pattern, syntax),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => (Matches(value, either.LeftPattern, syntax), Matches(value, either.RightPattern, syntax)) switch
        {
            (true, _) or (_, true) => true,
            (false, false) => false,
            _ => null,
        },
        IBinaryPatternOperation both => (Matches(value, both.LeftPattern, syntax), Matches(value, both.RightPattern, syntax)) switch
        {
            (false, _) or (_, false) => false,
            (true, true) => true,
            _ => null,
        },
        _ when !body.IsClass(value) && !body.IsName(value) => null,
        IDiscardPatternOperation or ITypePatternOperation => true,
        IDeclarationPatternOperation => true,
        IConstantPatternOperation constant => AreEqual(value, constant.Value, syntax),
        IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true } recursive when body.IsClass(value) => HasProperties(recursive, syntax),
        _ => null,
    };

    private bool? HasProperties(IRecursivePatternOperation pattern, SyntaxNode syntax)
    {
        bool? all = true;
        foreach (var property in pattern.PropertySubpatterns)
        {
            bool? one = (property.Member as IPropertyReferenceOperation)?.Property.Name switch
            {
                "Name" => Named(property.Pattern, syntax),
                "IsAll" when property.Pattern is IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool wanted } } => IsNamed(All, syntax) == wanted,
                _ => null,
            };
            if (one == false)
                return false;
            all = one is null ? null : all;
        }

        return all;
    }

    // Inside a property pattern there is no expression for the name.
    private bool? Named(IPatternOperation pattern, SyntaxNode syntax) => pattern switch
    {
        INegatedPatternOperation negated => !Named(negated.Pattern, syntax),
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: string name } } => IsNamed(name, syntax),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => (Named(either.LeftPattern, syntax), Named(either.RightPattern, syntax)) switch
        {
            (true, _) or (_, true) => true,
            (false, false) => false,
            _ => null,
        },
        _ => null,
    };

    // Object classes compare ignoring case. A comparison of the text that does not is another mistake.
    private bool IsNamed(string name, SyntaxNode syntax)
    {
        Decided.Add(syntax);
        var isThis = string.Equals(name, objectClass, StringComparison.OrdinalIgnoreCase);
        if (isThis)
            Match ??= syntax;
        return isThis;
    }
}
