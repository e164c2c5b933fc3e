using System.Globalization;
using Microsoft.CodeAnalysis;
using Sluice.Generators.Infrastructure;
using Sluice.Generators.Model;

namespace Sluice.Generators.Parsing;

/// <summary>Reads the properties of a configuration (SLC010).</summary>
internal sealed class ConfigurationPropertyParser(
    INamedTypeSymbol configuration,
    Compilation compilation,
    ConfigurationReporter reporter,
    bool setsRequired,
    CancellationToken cancellation)
{
    private readonly ConfigurationRuleParser _rules = new(configuration, compilation, reporter, cancellation);

    /// <summary>Reads a property; null if it is not configured or cannot be.</summary>
    /// <param name="property">The property.</param>
    /// <param name="parameter">The constructor's parameter that sets it, if one does.</param>
    public ConfigurationPropertyModel? Parse(IPropertySymbol property, IParameterSymbol? parameter)
    {
        cancellation.ThrowIfCancellationRequested();
        if (property.DeclaredAccessibility != Accessibility.Public)
        {
            reporter.Report("SLC010", property, property.Name, "it is not public");
            return null;
        }

        if (!IsConfigured(property, parameter))
            return null;

        var (type, isNullable) = ConfigurationTypeParser.Parse(property.Type);
        if (type is null)
        {
            var name = property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
            reporter.Report(
                "SLC010",
                property,
                property.Name,
                $"its type {name} is not supported; use {ConfigurationTypeParser.Supported}, or keep it out with [Ignore]");
            return null;
        }

        var attributes = WithInherited(property).ToList();
        if (parameter is not null)
            attributes.AddRange(parameter.GetAttributes());
        var rules = _rules.Parse(property, type, attributes, out var accepted);

        // [Required] can never fail on a number; whoever writes it means that the number must be given.
        var isRequiredByRule = accepted.Exists(attribute => attribute.IsDataAnnotation("RequiredAttribute"));
        var mustBeGiven = parameter is null
            ? (property.IsRequired && !setsRequired) || (isRequiredByRule && !isNullable && property.Type.IsValueType)
            : !parameter.IsOptional;
        var declared = attributes.Find(attribute => attribute.IsAnnotation("ConfigurationPropertyAttribute"));
        return new(
            property.Name,
            type,
            (mustBeGiven, isNullable) switch
            {
                (true, _) => ConfigurationBinding.Required,
                (_, true) => ConfigurationBinding.Optional,
                _ => ConfigurationBinding.Value,
            },
            parameter?.Name,
            mustBeGiven || isRequiredByRule,
            type.Kind == ConfigurationValueKind.GuardedString || declared.Argument<bool>("Confidential"),
            declared.Argument<int?>("Order"),
            declared.Argument<string>("DisplayName"),
            declared.Argument<string>("Description"),
            declared.Argument<string>("Group"),
            AllowedValues(property.Type, type, accepted),
            rules,
            TrimmingTargets(property, parameter, accepted));
    }

    // Those of the property that it overrides, too.
    private static IEnumerable<AttributeData> WithInherited(IPropertySymbol property)
    {
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        for (var current = property; current is not null; current = current.OverriddenProperty)
        {
            var attributes = current.GetAttributes().Where(attribute => attribute.AttributeClass is { } type && !seen.Contains(type)).ToList();
            foreach (var attribute in attributes)
                yield return attribute;
            seen.UnionWith(attributes.Select(attribute => attribute.AttributeClass!));
        }
    }

    private static EquatableArray<string> AllowedValues(ITypeSymbol type, ConfigurationTypeModel model, List<AttributeData> rules)
    {
        var listed = rules.Find(attribute => attribute.IsDataAnnotation("AllowedValuesAttribute"));
        if (listed is { ConstructorArguments: [{ Kind: TypedConstantKind.Array, IsNull: false } values] })
            return values.Values.Where(value => !value.IsNull).Select(Text).ToEquatableArray();
        if (model.Kind != ConfigurationValueKind.Enum)
            return [];
        return Members(type.NullableValue ?? type).Select(member => member.Name).ToEquatableArray();
    }

    private static string Text(TypedConstant value) => value switch
    {
        { Kind: TypedConstantKind.Enum, Type: { } type } when Members(type).FirstOrDefault(member => Equals(member.ConstantValue, value.Value)) is { } member
            => member.Name,
        { Kind: TypedConstantKind.Enum or TypedConstantKind.Primitive } => Convert.ToString(value.Value, CultureInfo.InvariantCulture) ?? "",
        _ => "",
    };

    private static IEnumerable<IFieldSymbol> Members(ITypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue);

    private bool IsConfigured(IPropertySymbol property, IParameterSymbol? parameter)
    {
        if (property.ForbidsUse || !compilation.IsSymbolAccessibleWithin(property.GetMethod!, configuration))
            return false;
        if (parameter is not null)
            return true;
        var isAnnotated = ConfigurationMembers.IsAnnotated(property);
        if (property.SetMethod is { } setter && compilation.IsSymbolAccessibleWithin(setter, configuration))
        {
            // 'private set' says that the class sets it, not the configuration.
            return isAnnotated || setter.DeclaredAccessibility == Accessibility.Public;
        }

        // A property that only shows something is no mistake, unless it asks to be configured.
        if (isAnnotated)
            reporter.Report("SLC010", property, property.Name, "it cannot be set; give it a set or init accessor, or a constructor parameter");
        return false;
    }

    // Whoever writes [MaxLength] gets IL2026 for the attribute itself, although nobody reads it by reflection here.
    private EquatableArray<string> TrimmingTargets(IPropertySymbol property, IParameterSymbol? parameter, List<AttributeData> rules)
    {
        var lengths = rules.FindAll(rule => ConfigurationRuleParser.IsLength(rule.AttributeClass));
        var targets = new List<ISymbol>();
        for (var current = property; current is not null && lengths.Count > 0; current = current.OverriddenProperty)
        {
            if (SymbolEqualityComparer.Default.Equals(current.ContainingAssembly, configuration.ContainingAssembly) && current.GetAttributes().Any(lengths.Contains))
                targets.Add(current);
        }

        if (parameter is not null && parameter.GetAttributes().Any(lengths.Contains))
            targets.Add(parameter.ContainingSymbol);
        return targets.Select(target => target.GetDocumentationCommentId()).OfType<string>().ToEquatableArray();
    }
}
