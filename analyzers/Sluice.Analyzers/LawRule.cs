using Microsoft.CodeAnalysis;

namespace Sluice.Analyzers;

/// <summary>Makes the descriptors of all rules, so that a rule says about its law what the catalogue says.</summary>
internal static class LawRule
{
    /// <summary>A rule that reports breaches of a law.</summary>
    /// <param name="id">One of <see cref="SyncLawIds"/>.</param>
    /// <param name="severity">The consequence: an error where generated code would be missing or wrong, or changes would be lost.</param>
    /// <param name="message">Names the thing and the remedy.</param>
    /// <param name="tags">Of <see cref="WellKnownDiagnosticTags"/>.</param>
    public static DiagnosticDescriptor Create(string id, DiagnosticSeverity severity, string message, params string[] tags)
    {
        var law = SyncLaws.Find(id) ?? throw new ArgumentException($"There is no law {id}.", nameof(id));
        return new(law.Id, law.Title, message, Category(law.Id), severity, isEnabledByDefault: true, law.Consequence, law.HelpLink, tags);
    }

    private static string Category(string id) => id[3] switch
    {
        '0' => "Sluice.Shape",
        '1' => "Sluice.ObjectClasses",
        '2' => "Sluice.Tokens",
        '3' => "Sluice.Handlers",
        '4' => "Sluice.Deltas",
        _ => "Sluice.Configuration",
    };
}
