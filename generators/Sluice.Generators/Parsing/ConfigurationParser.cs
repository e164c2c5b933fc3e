using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Sluice.Generators.Infrastructure;
using Sluice.Generators.Model;

namespace Sluice.Generators.Parsing;

/// <summary>
/// Reads a class with <c>[ConnectorConfiguration]</c>. The generator takes the model, the analyzer the findings:
/// SLC001 (type to make partial, configuration), SLC002 (configuration, reason), SLC010 (property, reason and remedy)
/// and SLC011 (attribute, property, reason and remedy).
/// </summary>
internal sealed class ConfigurationParser
{
    /// <summary>The attribute that makes a class a configuration.</summary>
    public const string AttributeName = "Sluice.ConnectorConfigurationAttribute";

    private const string PropertyAttributeName = "Sluice.ConfigurationPropertyAttribute";

    private readonly INamedTypeSymbol _type;
    private readonly Compilation _compilation;
    private readonly Action<Finding>? _report;
    private readonly CancellationToken _cancellation;

    private ConfigurationParser(INamedTypeSymbol type, Compilation compilation, Action<Finding>? report, CancellationToken cancellation)
    {
        _type = type;
        _compilation = compilation;
        _report = report;
        _cancellation = cancellation;
    }

    /// <summary>Reads a configuration class.</summary>
    /// <param name="type">The class with the attribute.</param>
    /// <param name="compilation">Where it is.</param>
    /// <param name="report">Takes what is not accepted; null if nobody asks.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>What is valid of it; null if nothing can be generated.</returns>
    public static ConfigurationModel? Parse(INamedTypeSymbol type, Compilation compilation, Action<Finding>? report, CancellationToken cancellation)
        => new ConfigurationParser(type, compilation, report, cancellation).Parse();

    private ConfigurationModel? Parse()
    {
        if (!CheckDeclaration())
            return null;

        var members = PublicShape().ToList();
        var constructor = ChooseConstructor(members, out var parameters);
        if (constructor is null)
        {
            Report("SLC002", _type, _type.Name, "it needs a constructor without parameters, or one whose parameters have defaults or the names and types of its properties");
            return null;
        }

        // [Ignore] on a record's parameter means its property.
        members.RemoveAll(member => constructor.Parameters.Any(parameter => string.Equals(parameter.Name, member.Name, StringComparison.OrdinalIgnoreCase) && parameter.GetAttributes().Any(IsIgnore)));

        var properties = ImmutableArray.CreateBuilder<ConfigurationPropertyModel>();
        var setsRequired = constructor.GetAttributes().Any(attribute => attribute.Is("System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute"));
        foreach (var property in members)
        {
            _cancellation.ThrowIfCancellationRequested();
            if (ParseProperty(property, parameters, setsRequired) is { } model)
                properties.Add(model);
        }

        // A parameter without a default whose property is not accepted leaves no way to construct.
        var bound = properties.Select(property => property.Name).ToImmutableHashSet(StringComparer.Ordinal);
        if (constructor.Parameters.Any(parameter => !parameter.IsOptional && !parameters.Any(pair => SymbolEqualityComparer.Default.Equals(pair.Value, parameter) && bound.Contains(pair.Key.Name))))
            return null;

        return new(
            TypeHierarchy.Of(_type),
            [Factory(ConfigurationSource.Section, "FromConfiguration"), Factory(ConfigurationSource.Properties, "FromProperties")],
            properties.OrderBy(property => property.Order ?? int.MaxValue).ToEquatableArray(),
            setsRequired ? [] : UnboundRequired(bound),
            Carried(bound),
            _type.AllInterfaces.Any(type => type.Is("System.ComponentModel.DataAnnotations.IValidatableObject")),
            constructor.IsObsolete() || UsesObsolete(members));
    }

    private bool CheckDeclaration()
    {
        // Still being typed; the compiler has said so.
        if (_type.HasMissingName())
            return false;

        var isAccepted = true;
        for (var current = _type; current is not null; current = current.ContainingType)
        {
            if (current.IsPartial(_cancellation))
                continue;
            Report("SLC001", current, current.Name, _type.Name);
            isAccepted = false;
        }

        var reason = _type switch
        {
            { TypeKind: not TypeKind.Class } => "it must be a class or a record class",
            { IsStatic: true } => "it must not be static",
            { IsAbstract: true } => "it must not be abstract; base classes of configurations need no attribute",
            _ when _type.IsInFileScope() => "a file-scoped type cannot have a part in another file",
            _ => null,
        };
        if (reason is null)
            return isAccepted;
        Report("SLC002", _type, _type.Name, reason);
        return false;
    }

    // Base classes first; the most derived declaration of a name counts, at the place of the first.
    private IEnumerable<IPropertySymbol> PublicShape()
    {
        var levels = new Stack<INamedTypeSymbol>();
        for (var current = _type; current is { SpecialType: not SpecialType.System_Object, TypeKind: not TypeKind.Error }; current = current.BaseType)
            levels.Push(current);

        var shape = new List<IPropertySymbol>();
        foreach (var level in levels)
        {
            foreach (var property in level.GetMembers().OfType<IPropertySymbol>().Where(IsCandidate).InSourceOrder())
            {
                var known = shape.FindIndex(other => string.Equals(other.Name, property.Name, StringComparison.Ordinal));
                if (known < 0)
                    shape.Add(property);
                else
                    shape[known] = property;
            }
        }

        return shape;
    }

    private static bool IsCandidate(IPropertySymbol property)
        => property is { Name.Length: > 0, IsStatic: false, IsIndexer: false, ExplicitInterfaceImplementations.IsEmpty: true, GetMethod: not null }
            && (property.DeclaredAccessibility == Accessibility.Public || IsAnnotated(property))
            && !property.GetAttributes().Any(IsIgnore);

    private static bool IsIgnore(AttributeData attribute) => attribute.Is("Sluice.IgnoreAttribute");

    private static bool IsAnnotated(IPropertySymbol property)
        => property.GetAttributes().Any(attribute => attribute.Is(PropertyAttributeName) || attribute.AttributeClass.IsValidationAttribute());

    // The one without parameters, or the one that sets the most properties. A parameter that sets none must have a default.
    private IMethodSymbol? ChooseConstructor(List<IPropertySymbol> members, out Dictionary<IPropertySymbol, IParameterSymbol> parameters)
    {
        parameters = new(SymbolEqualityComparer.Default);
        IMethodSymbol? chosen = null;
        foreach (var constructor in _type.InstanceConstructors)
        {
            if (constructor.Parameters.IsEmpty)
            {
                parameters = new(SymbolEqualityComparer.Default);
                return constructor;
            }

            var matches = new Dictionary<IPropertySymbol, IParameterSymbol>(SymbolEqualityComparer.Default);
            var isUsable = true;
            foreach (var parameter in constructor.Parameters)
            {
                var property = members.Find(member => string.Equals(member.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)
                    && parameter.RefKind == RefKind.None && SymbolEqualityComparer.Default.Equals(member.Type, parameter.Type));
                if (property is not null && !matches.ContainsKey(property) && !parameter.GetAttributes().Any(IsIgnore))
                    matches.Add(property, parameter);
                else
                    isUsable &= parameter.IsOptional;
            }

            if (isUsable && (chosen is null || matches.Count > parameters.Count))
                (chosen, parameters) = (constructor, matches);
        }

        return chosen;
    }

    private ConfigurationPropertyModel? ParseProperty(IPropertySymbol property, Dictionary<IPropertySymbol, IParameterSymbol> parameters, bool setsRequired)
    {
        parameters.TryGetValue(property, out var parameter);
        if (property.DeclaredAccessibility != Accessibility.Public)
        {
            Report("SLC010", property, property.Name, "it is not public");
            return null;
        }

        if (parameter is null && !IsSettable(property))
        {
            // A property that only shows something is no mistake, unless it asks to be configured.
            if (IsAnnotated(property))
                Report("SLC010", property, property.Name, "it cannot be set; give it a set or init accessor, or a constructor parameter");
            return null;
        }

        // 'private set' says that the class sets it, not the configuration.
        if (parameter is null && property.SetMethod!.DeclaredAccessibility != Accessibility.Public && !IsAnnotated(property))
            return null;

        if (property.IsObsoleteError() || !_compilation.IsSymbolAccessibleWithin(property.GetMethod!, _type))
            return null;

        var (type, isNullable) = ConfigurationTypeParser.Parse(property.Type);
        if (type is null)
        {
            Report("SLC010", property, property.Name, $"its type {property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)} is not supported; use {ConfigurationTypeParser.Supported}, or keep it out with [Ignore]");
            return null;
        }

        var attributes = property.AttributesWithInherited().ToList();
        if (parameter is not null)
            attributes.AddRange(parameter.GetAttributes());
        var rules = new ConfigurationRuleParser(_type, _compilation, Report, _cancellation).Parse(property, type, attributes, out var accepted);

        // [Required] can never fail on a number; whoever writes it means that the number must be given.
        var isRequiredByRule = accepted.Any(attribute => attribute.AttributeClass.IsDataAnnotation("RequiredAttribute"));
        var mustBeGiven = parameter is null
            ? (property.IsRequired && !setsRequired) || (isRequiredByRule && !isNullable && property.Type.IsValueType)
            : !parameter.IsOptional;
        var declared = attributes.Find(attribute => attribute.Is(PropertyAttributeName));
        return new(
            property.Name,
            type,
            mustBeGiven ? ConfigurationBinding.Required : isNullable ? ConfigurationBinding.Optional : ConfigurationBinding.Value,
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

    // Whoever writes [MaxLength] gets IL2026 for the attribute itself, although nobody reads it by reflection here.
    private EquatableArray<string> TrimmingTargets(IPropertySymbol property, IParameterSymbol? parameter, List<AttributeData> rules)
    {
        var lengths = rules.Where(rule => ConfigurationRuleParser.IsLength(rule.AttributeClass)).ToList();
        var targets = new List<string?>();
        for (var current = property; current is not null && lengths.Count > 0; current = current.OverriddenProperty)
        {
            if (SymbolEqualityComparer.Default.Equals(current.ContainingAssembly, _type.ContainingAssembly) && current.GetAttributes().Any(lengths.Contains))
                targets.Add(current.GetDocumentationCommentId());
        }

        if (parameter is not null && parameter.GetAttributes().Any(lengths.Contains))
            targets.Add(parameter.ContainingSymbol.GetDocumentationCommentId());
        return targets.OfType<string>().ToEquatableArray();
    }

    private bool IsSettable(IPropertySymbol property)
        => property.SetMethod is { } setter && _compilation.IsSymbolAccessibleWithin(setter, _type);

    private static EquatableArray<string> AllowedValues(ITypeSymbol type, ConfigurationTypeModel model, List<AttributeData> rules)
    {
        var listed = rules.Find(attribute => attribute.AttributeClass.IsDataAnnotation("AllowedValuesAttribute"));
        if (listed is { ConstructorArguments: [{ Kind: TypedConstantKind.Array, IsNull: false } values] })
            return values.Values.Where(value => !value.IsNull).Select(Text).ToEquatableArray();
        if (model.Kind != ConfigurationValueKind.Enum)
            return [];
        return type.WithoutNullable().GetMembers().OfType<IFieldSymbol>()
            .Where(field => field.HasConstantValue)
            .Select(field => field.Name)
            .ToEquatableArray();
    }

    private static string Text(TypedConstant value) => value switch
    {
        { Kind: TypedConstantKind.Enum, Type: INamedTypeSymbol type } => type.GetMembers().OfType<IFieldSymbol>()
            .FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, value.Value))?.Name ?? Invariant(value.Value),
        { Kind: TypedConstantKind.Primitive } => Invariant(value.Value),
        _ => "",
    };

    private static string Invariant(object? value) => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "";

    private EquatableArray<string> UnboundRequired(ImmutableHashSet<string> bound)
    {
        var names = new List<string>();
        for (var current = _type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is not (IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }) || bound.Contains(member.Name) || names.Contains(member.Name))
                    continue;
                names.Add(member.Name);
                if (member is IFieldSymbol || !IsCandidate((IPropertySymbol)member))
                    Report("SLC010", member, member.Name, "it is required and cannot be configured; make it a public property of a supported type");
            }
        }

        names.Sort(StringComparer.Ordinal);
        return names.ToEquatableArray();
    }

    // What a configuration holds besides, a logger perhaps, must not get lost when it is copied.
    private EquatableArray<string> Carried(ImmutableHashSet<string> bound)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        for (var current = _type; current is { SpecialType: not SpecialType.System_Object, TypeKind: not TypeKind.Error }; current = current.BaseType)
        {
            names.UnionWith(current.GetMembers().Where(member => member is { IsStatic: false, Name.Length: > 0 } && !bound.Contains(member.Name) && !member.IsObsoleteError() && member switch
            {
                IPropertySymbol { IsIndexer: false, ExplicitInterfaceImplementations.IsEmpty: true } property => property.GetMethod is { } getter && _compilation.IsSymbolAccessibleWithin(getter, _type) && IsSettable(property),
                IFieldSymbol field => field.IsRequired,
                _ => false,
            }).Select(member => member.Name));
        }

        return names.ToEquatableArray();
    }

    private ConfigurationFactoryModel Factory(ConfigurationSource source, string name)
    {
        if (!_type.GetMembers(name).IsEmpty || string.Equals(_type.Name, name, StringComparison.Ordinal))
            return new(source, ConfigurationFactoryDeclaration.Explicit);
        for (var current = _type.BaseType; current is not null; current = current.BaseType)
        {
            // The generated half of a base class is not there yet to be looked at.
            var hides = current.GetMembers(name).Any(member => _compilation.IsSymbolAccessibleWithin(member, _type))
                || (current.GetAttributes().Any(attribute => attribute.Is(AttributeName)) && Parse(current, _compilation, report: null, _cancellation) is not null);
            if (hides)
                return new(source, ConfigurationFactoryDeclaration.PublicNew);
        }

        return new(source, ConfigurationFactoryDeclaration.Public);
    }

    private bool UsesObsolete(IEnumerable<IPropertySymbol> members)
    {
        for (var current = _type; current is not null; current = current.ContainingType)
        {
            if (current.IsObsolete())
                return true;
        }

        return members.Any(property => property.IsObsolete()
            || property.Type.WithoutNullable().IsObsolete()
            || property.GetAttributes().Any(attribute => attribute.AttributeClass?.IsObsolete() == true || attribute.AttributeConstructor?.IsObsolete() == true));
    }

    private void Report(string lawId, ISymbol symbol, params string[] arguments)
        => Report(lawId, symbol.Locations.FirstOrDefault(location => location.IsInSource && _type.DeclaringSyntaxReferences.Any(part => part.SyntaxTree == location.SourceTree)), arguments);

    // What a base class in another file or assembly declares is reported at the configuration itself.
    private void Report(string lawId, Location? location, params string[] arguments)
        => _report?.Invoke(new(lawId, location ?? _type.Locations.FirstOrDefault() ?? Location.None, arguments));
}
