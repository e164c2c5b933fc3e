using Microsoft.CodeAnalysis;

namespace Sluice.Generators.Parsing;

/// <summary>A method's return type, taken apart.</summary>
/// <param name="Value">What comes in the end; null for nothing.</param>
/// <param name="IsTask">Whether it comes in a <c>Task</c>.</param>
/// <param name="IsValueTask">Whether it comes in a <c>ValueTask</c>.</param>
internal readonly record struct OperationAnswer(ITypeSymbol? Value, bool IsTask, bool IsValueTask)
{
    /// <summary>Whether it is awaited.</summary>
    public bool IsAsync => IsTask || IsValueTask;

    /// <summary>Takes a method's return type apart.</summary>
    public static OperationAnswer Of(IMethodSymbol method)
    {
        if (method.ReturnsVoid)
            return new(null, false, false);
        var isTask = method.ReturnType.IsNamed("System.Threading.Tasks", "Task");
        var isValueTask = method.ReturnType.IsNamed("System.Threading.Tasks", "ValueTask");
        if (!isTask && !isValueTask)
            return new(method.ReturnType, false, false);
        return new(method.ReturnType is INamedTypeSymbol { TypeArguments: [var value] } ? value : null, isTask, isValueTask);
    }
}
