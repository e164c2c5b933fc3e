using Microsoft.CodeAnalysis;

namespace Sluice.Analyzers.Flow;

/// <summary>A place where a variable gets a value.</summary>
/// <param name="Syntax">The place.</param>
/// <param name="Value">The value, where it is an expression of its own.</param>
/// <param name="IsInLoop">Whether the place is in a loop.</param>
internal readonly record struct VariableAssignment(SyntaxNode Syntax, IOperation? Value, bool IsInLoop);
