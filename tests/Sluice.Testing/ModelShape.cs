using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using NUnit.Framework;

namespace Sluice.Testing;

/// <summary>
/// What may flow through a pipeline: immutable values that compare by content and hold nothing of a compilation. Checked
/// twice, on the declared types of the model and on the values of each run.
/// </summary>
public static class ModelShape
{
    /// <summary>Asserts the shape of all types of a namespace.</summary>
    /// <param name="assembly">The generator's assembly.</param>
    /// <param name="modelNamespace">The namespace of the models, those below it included.</param>
    /// <param name="alsoAllowed">Types from elsewhere that fields may have: enums of Roslyn.</param>
    public static void Assert(Assembly assembly, string modelNamespace, params Type[] alsoAllowed)
    {
        var models = assembly.GetTypes()
            .Where(type => type.Namespace == modelNamespace || type.Namespace?.StartsWith(modelNamespace + ".", StringComparison.Ordinal) == true)
            .ToArray();
        if (models.Length == 0)
            throw new AssertionException($"There are no types in {modelNamespace}.");
        var violations = Violations(models, alsoAllowed).ToArray();
        if (violations.Length > 0)
            throw new AssertionException(string.Join("\n", violations));
    }

    /// <summary>What is wrong with the given types.</summary>
    public static IEnumerable<string> Violations(IReadOnlyCollection<Type> models, params Type[] alsoAllowed)
    {
        foreach (var model in models.Where(IsData))
        {
            if (!IsRecord(model))
                yield return $"{model.Name} is not a record: it does not compare by content.";
            else if (model.IsClass && !model.IsSealed && !model.IsAbstract)
                yield return $"{model.Name} is not sealed.";
            else if (model.IsValueType && !model.IsDefined(typeof(IsReadOnlyAttribute), inherit: false))
                yield return $"{model.Name} is not readonly.";
            else if (model.GetMethod(nameof(Equals), [model]) is { } equals && !equals.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false))
                yield return $"{model.Name} has an equality of its own: a field that it forgets makes stale output.";

            foreach (var field in model.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                var name = $"{model.Name}.{PropertyName(field)}";
                if (!field.IsInitOnly)
                    yield return $"{name} can be changed.";
                if (!IsAllowed(field.FieldType))
                    yield return $"{name} is {field.FieldType}, which is not on the list.";
            }
        }

        bool IsAllowed(Type type)
        {
            if (type.IsGenericType && (IsEquatableArray(type.GetGenericTypeDefinition()) || type.GetGenericTypeDefinition() == typeof(Nullable<>)))
                return IsAllowed(type.GetGenericArguments()[0]);
            return type == typeof(string) || type.IsPrimitive || type == typeof(decimal) || IsInfrastructure(type) || models.Contains(type) || alsoAllowed.Contains(type);
        }
    }

    /// <summary>Paths to everything of a compilation, and to arrays that compare by reference, inside a value.</summary>
    public static IEnumerable<string> RoslynObjectsIn(object? value) => Walk(value, "value", new HashSet<object>(ReferenceEqualityComparer.Instance));

    private static IEnumerable<string> Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string || value.GetType() is { IsPrimitive: true } or { IsEnum: true })
            return [];
        if (value is ISymbol or SyntaxNode or SyntaxToken or SyntaxTrivia or SyntaxReference or SyntaxTree or SemanticModel or Compilation or Location or Diagnostic or IOperation or AttributeData or TypedConstant or Delegate)
            return [$"a {value.GetType().Name} at {path}"];
        if (!value.GetType().IsValueType && !seen.Add(value))
            return [];
        if (value is Array)
            return [$"an array at {path}"];
        var type = value.GetType();
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
            return ((IEnumerable)value).Cast<object?>().SelectMany((item, i) => Walk(item, $"{path}[{i}]", seen));
        if (type.IsGenericType && IsEquatableArray(type.GetGenericTypeDefinition()))
            return ((IEnumerable)value).Cast<object?>().SelectMany((item, i) => Walk(item, $"{path}[{i}]", seen));
        return type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(field => field.FieldType != typeof(Type))
            .SelectMany(field => Walk(field.GetValue(value), $"{path}.{PropertyName(field)}", seen));
    }

    private static bool IsData(Type type)
        => !(type.IsEnum || type.IsInterface || (type.IsAbstract && type.IsSealed) || type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false));

    private static bool IsRecord(Type type) => type.IsValueType
        ? type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null
        : type.GetMethod("<Clone>$") is not null;

    // By name: these types are compiled into each component from source.
    private static bool IsInfrastructure(Type type) => type.Namespace == "Sluice.Generators.Infrastructure";

    private static bool IsEquatableArray(Type definition) => IsInfrastructure(definition) && definition.Name == "EquatableArray`1";

    private static string PropertyName(FieldInfo field) => field.Name is ['<', ..] ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name;
}
