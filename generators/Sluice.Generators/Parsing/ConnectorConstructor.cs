using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Sluice.Generators.Infrastructure;
using Sluice.Generators.Model;

namespace Sluice.Generators.Parsing;

/// <summary>The constructor that the facade calls, and where its arguments come from.</summary>
internal sealed class ConnectorConstructor
{
    // A list of texts that may be null is another type than a list of texts.
    private static readonly SymbolDisplayFormat WithNullableArguments = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private ConnectorConstructor(IMethodSymbol method, INamedTypeSymbol? configuration, EquatableArray<ConnectorParameter> parameters)
        => (Method, Configuration, Parameters) = (method, configuration, parameters);

    /// <summary>The constructor.</summary>
    public IMethodSymbol Method { get; }

    /// <summary>The configuration type, where the connector has one.</summary>
    public INamedTypeSymbol? Configuration { get; }

    /// <summary>The arguments.</summary>
    public EquatableArray<ConnectorParameter> Parameters { get; }

    /// <summary>Chooses the constructor.</summary>
    /// <param name="type">The connector.</param>
    /// <param name="report">Takes what is wrong (SLC002): the place and the reason.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>Null if none can be called.</returns>
    public static ConnectorConstructor? Choose(INamedTypeSymbol type, Action<ISymbol, string> report, CancellationToken cancellation)
    {
        // The most accessible ones are meant for others; a private one is meant for the connector itself.
        var candidates = type.InstanceConstructors
            .Where(constructor => constructor.DeclaredAccessibility != Accessibility.Private && !IsCopy(constructor, type) && !constructor.ForbidsUse)
            .InDeclaredOrder()
            .GroupBy(constructor => constructor.DeclaredAccessibility)
            .OrderByDescending(group => (int)group.Key)
            .FirstOrDefault()?.ToArray() ?? [];
        if (candidates.Length == 0)
        {
            report(type, "it has no accessible constructor, so nobody can create it: make one public or internal");
            return null;
        }

        var required = candidates[0].GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "SetsRequiredMembersAttribute" })
            ? null
            : type.BasesAndSelf.SelectMany(level => level.GetMembers()).FirstOrDefault(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true });
        if (required is not null)
        {
            report(type, $"its required member {required.Name} is set by nobody: take it in the constructor");
            return null;
        }

        if (candidates.Length > 1)
            report(type, $"it has {candidates.Length} constructors, and which one creates it is undecided: leave one, or make the others private");
        return Read(type, candidates[0], report, cancellation);
    }

    private static ConnectorConstructor? Read(INamedTypeSymbol type, IMethodSymbol constructor, Action<ISymbol, string> report, CancellationToken cancellation)
    {
        var parameters = ImmutableArray.CreateBuilder<ConnectorParameter>();
        INamedTypeSymbol? configuration = null;
        var isAnyLeftOut = false;
        foreach (var parameter in constructor.Parameters)
        {
            cancellation.ThrowIfCancellationRequested();
            if (parameter.RefKind is not (RefKind.None or RefKind.In) || parameter.Type is { IsRefLikeType: true } or IPointerTypeSymbol or IFunctionPointerTypeSymbol)
            {
                report(parameter, $"its constructor's parameter {parameter.Name} can be given neither the configuration nor a service");
                return null;
            }

            if (IsConfiguration(parameter.Type))
            {
                var own = (INamedTypeSymbol)parameter.Type;
                if (own.DeclaringSyntaxReferences.IsEmpty && !Implements(own))
                    report(parameter, $"its configuration {own.Name} comes from an assembly that was compiled without the generator of configurations");
                if (!CanBeBound(own, cancellation))
                    return null;
                if (configuration is not null && !SymbolEqualityComparer.Default.Equals(configuration, own))
                {
                    report(parameter, $"its constructor takes two configurations, {configuration.Name} and {own.Name}; a connector has one");
                    return null;
                }

                configuration = own;
                Add(ConnectorParameterSource.Configuration, own);
                continue;
            }

            if (parameter.IsParams || (parameter.HasExplicitDefaultValue && (parameter.Type.IsValueType || IsNoService(parameter.Type))))
            {
                isAnyLeftOut = true;
                continue;
            }

            if (IsNoService(parameter.Type))
                report(parameter, $"its constructor's parameter {parameter.Name} is {Article(parameter.Type)} {parameter.Type.ShortName}, which is no service: make it a property of the configuration, or give it a default");
            var isOptional = parameter.HasExplicitDefaultValue || parameter.NullableAnnotation == NullableAnnotation.Annotated;
            if (parameter.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass is { } keyed && keyed.IsNamed("Microsoft.Extensions.DependencyInjection", "FromKeyedServicesAttribute")) is { } key)
            {
                if (key.ConstructorArguments is [{ Kind: not TypedConstantKind.Error } value])
                    Add(isOptional ? ConnectorParameterSource.OptionalKeyed : ConnectorParameterSource.Keyed, parameter.Type, CSharpLiteral.Of(value));
                continue;
            }

            switch (parameter.Type)
            {
                case INamedTypeSymbol { Arity: 1 } logger when logger.IsNamed("Microsoft.Extensions.Logging", "ILogger"):
                    Add(ConnectorParameterSource.Logger, logger.TypeArguments[0]);
                    break;
                case var service when service.IsNamed("Microsoft.Extensions.Logging", "ILoggerFactory"):
                    Add(ConnectorParameterSource.LoggerFactory, service);
                    break;
                case var service when service.IsNamed("System", "TimeProvider"):
                    Add(ConnectorParameterSource.Clock, service);
                    break;
                case var service when service.IsNamed("System", "IServiceProvider"):
                    Add(isOptional ? ConnectorParameterSource.OptionalServices : ConnectorParameterSource.Services, service);
                    break;
                case var service:
                    Add(isOptional && service.IsReferenceType ? ConnectorParameterSource.Optional : ConnectorParameterSource.Required, service.NullableValue ?? service);
                    break;
            }

            void Add(ConnectorParameterSource source, ITypeSymbol asked, string? key = null) => parameters.Add(new(
                source,
                asked.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(WithNullableArguments),
                isAnyLeftOut ? CSharpLiteral.Identifier(parameter.Name) : null,
                key));
        }

        return new(constructor, configuration, parameters.ToImmutable());
    }

    private static bool IsCopy(IMethodSymbol constructor, INamedTypeSymbol type)
        => type.IsRecord && constructor.Parameters is [var only] && SymbolEqualityComparer.Default.Equals(only.Type, type);

    private static bool IsConfiguration(ITypeSymbol type) => type is INamedTypeSymbol { TypeKind: TypeKind.Class }
        && (type.GetAttributes().Any(attribute => attribute.IsAnnotation("ConnectorConfigurationAttribute")) || Implements(type));

    private static bool Implements(ITypeSymbol type)
        => type.AllInterfaces.Any(face => face.IsNamed("Sluice", "IConnectorConfiguration") && face.TypeArguments is [var self] && SymbolEqualityComparer.Default.Equals(self, type));

    // What the configuration's own generator refuses has its own finding.
    private static bool CanBeBound(INamedTypeSymbol type, CancellationToken cancellation)
        => Implements(type)
            || (type is { IsAbstract: false, IsStatic: false, DeclaringSyntaxReferences.IsEmpty: false } && type.SelfAndContainers.All(level => !level.IsFileLocal && level.IsDeclaredPartial(cancellation)));

    private static bool IsNoService(ITypeSymbol type) => type.SpecialType is not (SpecialType.None or SpecialType.System_Object) || type.TypeKind is TypeKind.Enum or TypeKind.Array
        || type.NullableValue is not null;

    private static string Article(ITypeSymbol type) => type.ShortName is ['a' or 'e' or 'i' or 'o' or 'u', ..] ? "an" : "a";
}
