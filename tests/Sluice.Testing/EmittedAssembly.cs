using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using NUnit.Framework;

namespace Sluice.Testing;

/// <summary>A compiled test project, loaded beside the test. Sluice itself is shared with the test, so its types fit.</summary>
public sealed class EmittedAssembly : IDisposable
{
    private readonly AssemblyLoadContext _context;

    private EmittedAssembly(AssemblyLoadContext context, Assembly assembly) => (_context, Assembly) = (context, assembly);

    /// <summary>The assembly.</summary>
    public Assembly Assembly { get; }

    /// <summary>Compiles and loads.</summary>
    public static EmittedAssembly Of(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded));
        if (!emitted.Success)
            throw new AssertionException(string.Join("\n", emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));

        image.Position = 0;
        var context = new AssemblyLoadContext(TestContext.CurrentContext.Test.FullName, isCollectible: true);
        return new(context, context.LoadFromStream(image));
    }

    /// <summary>A type by its full name.</summary>
    public Type Type(string name) => Assembly.GetType(name) ?? throw new AssertionException($"There is no type '{name}'.");

    /// <summary>
    /// Calls a static method of the test project and awaits it. A scenario is best written in the source itself and returns
    /// something that the test asserts on.
    /// </summary>
    public async Task<object?> RunAsync(string type = "Scenario", string method = "Run", params object?[] arguments)
    {
        var target = Type(type).GetMethod(method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            ?? throw new AssertionException($"There is no static method '{type}.{method}'.");
        var result = target.Invoke(obj: null, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
        var task = result as Task;
        if (result?.GetType() is { IsValueType: true } valueTask && valueTask.GetMethod("AsTask") is { } asTask)
            task = (Task)asTask.Invoke(result, null)!;
        if (task is null)
            return result;
        await task.ConfigureAwait(false);
        // An async method that returns nothing still has a Result, of an internal type.
        return task.GetType().GetProperty("Result") is { PropertyType.IsVisible: true } property ? property.GetValue(task) : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _context.Unload();
}
