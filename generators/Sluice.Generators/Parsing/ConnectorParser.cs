using Microsoft.CodeAnalysis;
using Sluice.Generators.Infrastructure;
using Sluice.Generators.Model;

namespace Sluice.Generators.Parsing;

/// <summary>
/// Reads a class with <c>[Connector]</c>. The generator takes the model, the analyzer the findings:
/// SLC001 (type to make partial, connector), SLC002 (connector, reason), SLC003 (connector; that two have one name is for the
/// end of a compilation, see <see cref="NameOf"/>), SLC004 (object class, operation that is there, attribute that is missing),
/// SLC005 and, where only the token's type is wrong, SLC210 (method, attribute, what is wrong, nearest shape), SLC208 (latest
/// method, its type, sync method, its token's type), SLC211 (token parameter, method, its type) and SLC006 (method, attribute, object class, what serves it first).
/// </summary>
internal sealed class ConnectorParser
{
    /// <summary>The attribute that makes a class a connector.</summary>
    public const string AttributeName = "Sluice.ConnectorAttribute";

    private readonly INamedTypeSymbol _type;
    private readonly Compilation _compilation;
    private readonly Action<Finding>? _report;
    private readonly CancellationToken _cancellation;
    private readonly ConnectorWarnings _warnings = new();

    private ConnectorParser(INamedTypeSymbol type, Compilation compilation, Action<Finding>? report, CancellationToken cancellation)
    {
        _type = type;
        _compilation = compilation;
        _report = report;
        _cancellation = cancellation;
    }

    /// <summary>Reads a connector.</summary>
    /// <param name="type">The class with the attribute.</param>
    /// <param name="compilation">Where it is.</param>
    /// <param name="report">Takes what is not accepted; null if nobody asks.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>What is valid of it; null if nothing can be generated.</returns>
    public static ConnectorModel? Parse(INamedTypeSymbol type, Compilation compilation, Action<Finding>? report, CancellationToken cancellation)
        => new ConnectorParser(type, compilation, report, cancellation).Parse();

    /// <summary>The connector's name and where it is written; null where it has none.</summary>
    public static (string Name, Location Location)? NameOf(INamedTypeSymbol type)
        => Annotation(type) is { FirstText: { } name } annotation && !string.IsNullOrWhiteSpace(name) ? (name, annotation.WrittenAt ?? Location.None) : null;

    private static AttributeData? Annotation(INamedTypeSymbol type) => type.GetAttributes().FirstOrDefault(attribute => attribute.IsAnnotation("ConnectorAttribute"));

    private ConnectorModel? Parse()
    {
        if (Annotation(_type) is not { } annotation)
            return null;
        var canGenerate = CheckDeclaration();
        var name = NameOf(_type)?.Name;
        if (name is null && annotation.ConstructorArguments is [{ Kind: not TypedConstantKind.Error }, ..])
            Report("SLC003", annotation.WrittenAt ?? Place(_type), _type.Name);

        // Also where nothing can be generated: the findings about the methods are worth as much.
        var constructor = canGenerate ? ConnectorConstructor.Choose(_type, (symbol, reason) => Report("SLC002", Place(symbol), _type.Name, reason), _cancellation) : null;
        var facade = _type.GetMembers("Facade").IsEmpty && !IsNamed("Facade") ? "Facade" : $"{_type.Name}Facade";
        var operations = ConnectorObjectClasses.Of(_type, facade, _compilation, Report, _warnings, _cancellation);
        if (!canGenerate || constructor is null)
            return null;

        name ??= _type.Name;
        var configuration = constructor.Configuration;
        _warnings.Add(constructor.Method);
        _warnings.Add(_type);
        var facadeModel = Facade(facade, configuration);
        var beside = ConnectorAccess.Beside(_type, configuration is null ? [] : [configuration]);
        return new(
            TypeHierarchy.Of(_type),
            name,
            annotation.Argument<string>("DisplayName") is { } display && !string.IsNullOrWhiteSpace(display) ? display : name,
            annotation.Argument<string>("Description"),
            configuration?.Code,
            constructor.Parameters,
            facadeModel,
            beside is null ? null : Registration(beside),
            operations.Operations,
            operations.Serves,
            operations.Methods,
            _warnings.Ids,
            beside is not null);
    }

    private bool CheckDeclaration()
    {
        var isAccepted = true;
        foreach (var type in _type.SelfAndContainers)
        {
            if (type.IsDeclaredPartial(_cancellation))
                continue;
            Report("SLC001", Place(type), type.Name, _type.Name);
            isAccepted = false;
        }

        var reason = _type switch
        {
            _ when _type.IsInFileScope => "a file-scoped type cannot have a part in another file",
            { TypeKind: not TypeKind.Class } => "a connector is a class",
            { IsStatic: true } => "a facade creates its connector, so it cannot be static",
            { IsAbstract: true } => "a facade creates its connector, so it cannot be abstract; move [Connector] to the classes derived from it, which inherit its operations",
            _ when _type.SelfAndContainers.Any(type => type.Arity > 0) => "a connector has one facade, so neither it nor a type around it can be generic",
            _ => null,
        };
        if (reason is null)
            return isAccepted;
        Report("SLC002", Place(_type), _type.Name, reason);
        return false;
    }

    private ConnectorFacadeModel Facade(string name, INamedTypeSymbol? configuration)
    {
        var isTaken = IsNamed("CreateFacade") || _type.GetMembers("CreateFacade").Any(member => member is not IMethodSymbol method || IsFactory(method, configuration));
        var factory = isTaken ? $"Create{_type.Name}Facade" : "CreateFacade";
        var bases = _type.BasesAndSelf.Where(type => !SymbolEqualityComparer.Default.Equals(type, _type)).ToArray();
        return new(
            name,
            factory,
            ConnectorAccess.Of(_type, configuration is null ? [] : [configuration]),
            Array.Exists(bases, type => type.GetMembers(name).Any(IsSeen) || IsGenerated(type)),
            Array.Exists(bases, type => type.GetMembers(factory).Any(member => IsSeen(member) && (member is not IMethodSymbol method || IsFactory(method, configuration)))
                || (IsGenerated(type) && SymbolEqualityComparer.Default.Equals(ConnectorConstructor.Choose(type, static (_, _) => { }, _cancellation)?.Configuration, configuration))));

        // Its facade is made in this very run.
        static bool IsGenerated(INamedTypeSymbol type) => type.SourceLocation is not null && Annotation(type) is not null && !type.IsAbstract;
    }

    // A member cannot have the name of its type.
    private bool IsNamed(string name) => string.Equals(_type.Name, name, StringComparison.Ordinal);

    private bool IsSeen(ISymbol member) => _compilation.IsSymbolAccessibleWithin(member, _type);

    private static bool IsFactory(IMethodSymbol method, INamedTypeSymbol? configuration)
    {
        var expected = configuration is null ? 2 : 3;
        return method.Parameters.Length == expected
            && (configuration is null || SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, configuration))
            && method.Parameters[expected - 2].Type.IsNamed("System", "IServiceProvider")
            && method.Parameters[expected - 1].Type.IsNamed("Sluice", "FacadeSettings");
    }

    private ConnectorRegistrationModel Registration(string accessibility)
    {
        // With the types around it: two nested connectors may have one name.
        var name = string.Concat(_type.SelfAndContainers.Reverse().Select(type => type.Name));
        if (!name.EndsWith("Connector", StringComparison.Ordinal))
            name += "Connector";
        var className = $"{name}ServiceCollectionExtensions";
        var isTaken = !_type.ContainingNamespace.GetTypeMembers(className).IsEmpty;
        return new(isTaken ? $"{name}Registration" : className, $"Add{name}", accessibility);
    }

    // What a base class in another assembly has is reported where the user can do something about it.
    private void Report(string lawId, Location location, params string[] arguments)
        => _report?.Invoke(new(lawId, location == Location.None ? Place(_type) : location, arguments));

    private static Location Place(ISymbol symbol) => symbol.SourceLocation ?? Location.None;
}
