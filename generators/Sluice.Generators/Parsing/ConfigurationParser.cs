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

    private readonly INamedTypeSymbol _type;
    private readonly Compilation _compilation;
    private readonly ConfigurationReporter _reporter;
    private readonly CancellationToken _cancellation;

    private ConfigurationParser(INamedTypeSymbol type, Compilation compilation, Action<Finding>? report, CancellationToken cancellation)
    {
        _type = type;
        _compilation = compilation;
        _reporter = new(type, report);
        _cancellation = cancellation;
    }

    /// <summary>Reads a configuration class.</summary>
    /// <param name="type">The class with the attribute.</param>
    /// <param name="compilation">Where it is.</param>
    /// <param name="report">Takes what is not accepted; null if nobody asks.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>What is valid of it; null if nothing can be generated.</returns>
    public static ConfigurationModel? Parse(
        INamedTypeSymbol type,
        Compilation compilation,
        Action<Finding>? report,
        CancellationToken cancellation)
        => new ConfigurationParser(type, compilation, report, cancellation).Parse();

    private ConfigurationModel? Parse()
    {
        if (!CheckDeclaration())
            return null;

        var members = ConfigurationMembers.Of(_type);
        if (members.Constructor is not { } constructor)
        {
            _reporter.Report(
                "SLC002",
                _type,
                _type.Name,
                "it needs a constructor without parameters, or one whose parameters have defaults or the names and types of its properties");
            return null;
        }

        var setsRequired = constructor.GetAttributes()
            .Any(attribute => attribute.AttributeClass?.IsNamed("System.Diagnostics.CodeAnalysis", "SetsRequiredMembersAttribute") == true);
        var parser = new ConfigurationPropertyParser(_type, _compilation, _reporter, setsRequired, _cancellation);
        var properties = members.Properties
            .Select(property => parser.Parse(property, members.ParameterOf(property)))
            .OfType<ConfigurationPropertyModel>()
            .OrderBy(property => property.Order ?? int.MaxValue)
            .ToEquatableArray();

        // A property that is not accepted may leave a parameter without a value.
        var isConstructible = constructor.Parameters.All(parameter
            => parameter.IsOptional || properties.Any(property => string.Equals(property.ConstructorParameter, parameter.Name, StringComparison.Ordinal)));
        if (!isConstructible)
            return null;

        var bound = properties.Select(property => property.Name).ToImmutableHashSet(StringComparer.Ordinal);
        return new(
            TypeHierarchy.Of(_type),
            [Factory(ConfigurationSource.Section, "FromConfiguration"), Factory(ConfigurationSource.Properties, "FromProperties")],
            properties,
            setsRequired ? [] : UnboundRequired(bound),
            Carried(bound),
            _type.AllInterfaces.Any(type => type.IsNamed("System.ComponentModel.DataAnnotations", "IValidatableObject")),
            UsesObsolete(constructor, members.Properties));
    }

    private bool CheckDeclaration()
    {
        // Still being typed; the compiler has said so.
        if (HasMissingName())
            return false;

        var isAccepted = true;
        for (var current = _type; current is not null; current = current.ContainingType)
        {
            if (current.IsDeclaredPartial(_cancellation))
                continue;
            _reporter.Report("SLC001", current, current.Name, _type.Name);
            isAccepted = false;
        }

        var reason = _type switch
        {
            { TypeKind: not TypeKind.Class } => "it must be a class or a record class",
            { IsStatic: true } => "it must not be static",
            { IsAbstract: true } => "it must not be abstract; base classes of configurations need no attribute",
            _ when _type.IsInFileScope => "a file-scoped type cannot have a part in another file",
            _ => null,
        };
        if (reason is null)
            return isAccepted;
        _reporter.Report("SLC002", _type, _type.Name, reason);
        return false;
    }

    private bool HasMissingName()
    {
        for (ISymbol? current = _type; current is not (null or INamespaceSymbol { IsGlobalNamespace: true }); current = current.ContainingSymbol)
        {
            if (current.Name.Length == 0 || current is INamedTypeSymbol { TypeParameters: var parameters } && parameters.Any(parameter => parameter.Name.Length == 0))
                return true;
        }

        return false;
    }

    private ConfigurationFactoryModel Factory(ConfigurationSource source, string name)
    {
        if (!_type.GetMembers(name).IsEmpty || string.Equals(_type.Name, name, StringComparison.Ordinal))
            return new(source, ConfigurationFactoryDeclaration.Explicit);
        var hides = _type.BaseType?.BasesAndSelf.Any(type => HasFactory(type, name)) == true;
        return new(source, hides ? ConfigurationFactoryDeclaration.PublicNew : ConfigurationFactoryDeclaration.Public);
    }

    // The generated half of a base class is not there yet to be looked at.
    private bool HasFactory(INamedTypeSymbol type, string name)
        => type.GetMembers(name).Any(member => _compilation.IsSymbolAccessibleWithin(member, _type))
            || (type.GetAttributes().Any(attribute => attribute.IsAnnotation("ConnectorConfigurationAttribute")) && Parse(type, _compilation, report: null, _cancellation) is not null);

    private EquatableArray<string> UnboundRequired(ImmutableHashSet<string> bound)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var member in _type.BasesAndSelf.Reverse().SelectMany(type => type.GetMembers()))
        {
            if (member is not (IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true })
                || bound.Contains(member.Name)
                || !names.Add(member.Name))
            {
                continue;
            }

            // Of the others the property's parser has told.
            if (member is not IPropertySymbol property || !ConfigurationMembers.IsCandidate(property))
                _reporter.Report("SLC010", member, member.Name, "it is required and cannot be configured; make it a public property of a supported type");
        }

        return names.ToEquatableArray();
    }

    // What a configuration holds besides, a logger perhaps, must not get lost when it is copied.
    private EquatableArray<string> Carried(ImmutableHashSet<string> bound)
        => _type.BasesAndSelf
            .SelectMany(type => type.GetMembers())
            .Where(member => member is { IsStatic: false, Name.Length: > 0 } && !bound.Contains(member.Name) && !member.ForbidsUse)
            .Where(member => member switch
            {
                IPropertySymbol { IsIndexer: false, ExplicitInterfaceImplementations.IsEmpty: true, GetMethod: { } getter, SetMethod: { } setter }
                    => _compilation.IsSymbolAccessibleWithin(getter, _type) && _compilation.IsSymbolAccessibleWithin(setter, _type),
                IFieldSymbol field => field.IsRequired,
                _ => false,
            })
            .Select(member => member.Name)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(name => name, StringComparer.Ordinal)
            .ToEquatableArray();

    private bool UsesObsolete(IMethodSymbol constructor, IEnumerable<IPropertySymbol> properties)
    {
        for (var current = _type; current is not null; current = current.ContainingType)
        {
            if (current.WarnsOfUse)
                return true;
        }

        return constructor.WarnsOfUse || properties.Any(property => property.WarnsOfUse
            || (property.Type.NullableValue ?? property.Type).WarnsOfUse
            || property.GetAttributes().Any(attribute => attribute.AttributeClass?.WarnsOfUse == true || attribute.AttributeConstructor?.WarnsOfUse == true));
    }
}
