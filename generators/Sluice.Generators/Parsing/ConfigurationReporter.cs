using Microsoft.CodeAnalysis;

namespace Sluice.Generators.Parsing;

/// <summary>Reports what is wrong with a configuration, at the configuration itself where a base class elsewhere is at fault.</summary>
internal sealed class ConfigurationReporter(INamedTypeSymbol configuration, Action<Finding>? report)
{
    /// <summary>Reports at a declaration.</summary>
    public void Report(string lawId, ISymbol symbol, params string[] arguments)
    {
        if (report is not null)
            Report(lawId, symbol.Locations.FirstOrDefault(location => location.IsInSource && IsOurs(location.SourceTree)), arguments);
    }

    /// <summary>Reports at an attribute.</summary>
    public void Report(string lawId, AttributeData attribute, CancellationToken cancellation, params string[] arguments)
    {
        if (report is null)
            return;
        var syntax = attribute.ApplicationSyntaxReference;
        Report(lawId, IsOurs(syntax?.SyntaxTree) ? syntax!.GetSyntax(cancellation).GetLocation() : null, arguments);
    }

    private void Report(string lawId, Location? location, string[] arguments)
        => report!(new(lawId, location ?? configuration.Locations.FirstOrDefault() ?? Location.None, arguments));

    private bool IsOurs(SyntaxTree? tree) => configuration.DeclaringSyntaxReferences.Any(part => part.SyntaxTree == tree);
}
