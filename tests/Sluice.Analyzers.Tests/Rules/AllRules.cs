using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Sluice.Analyzers.Shape;
using Sluice.CodeFixes;

namespace Sluice.Analyzers.Tests.Rules;

/// <summary>Everything that ships, found the way the compiler finds it.</summary>
internal static class AllRules
{
    public static IReadOnlyList<DiagnosticAnalyzer> Analyzers { get; } = Create<DiagnosticAnalyzer>(typeof(ConnectorShapeAnalyzer));

    public static IReadOnlyList<CodeFixProvider> Fixes { get; } = Create<CodeFixProvider>(typeof(LawFix));

    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } = [.. Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Distinct().OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    public static IReadOnlyList<string> Ids { get; } = [.. Descriptors.Select(rule => rule.Id).Distinct(StringComparer.Ordinal)];

    /// <summary>An analyzer that knows a rule.</summary>
    public static IEnumerable<DiagnosticAnalyzer> For(string id) => Analyzers.Where(analyzer => analyzer.SupportedDiagnostics.Any(rule => rule.Id == id));

    private static IReadOnlyList<T> Create<T>(Type sibling)
        => [.. sibling.Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(T))).OrderBy(type => type.Name, StringComparer.Ordinal).Select(type => (T)Activator.CreateInstance(type)!)];
}
