using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Sluice.Generators.Infrastructure;
using Sluice.Generators.Model;

namespace Sluice.Generators.Parsing;

/// <summary>Sorts the operation methods of a connector by object class.</summary>
internal sealed class ConnectorObjectClasses
{
    private readonly INamedTypeSymbol _connector;
    private readonly Compilation _compilation;
    private readonly Action<string, Location, string[]> _report;
    private readonly ConnectorWarnings _warnings;
    private readonly CancellationToken _cancellation;
    private readonly List<ServedClass> _classes = [];
    private readonly List<(OperationDeclaration Declaration, OperationModel Model)> _methods = [];
    private readonly List<OperationsModel> _operations = [];
    private readonly List<OperationsServed> _serves = [];

    private ConnectorObjectClasses(INamedTypeSymbol connector, Compilation compilation, Action<string, Location, string[]> report, ConnectorWarnings warnings, CancellationToken cancellation)
    {
        _connector = connector;
        _compilation = compilation;
        _report = report;
        _warnings = warnings;
        _cancellation = cancellation;
    }

    /// <summary>One class of operations for each annotated type and each group of untyped object classes.</summary>
    public EquatableArray<OperationsModel> Operations => _operations.ToEquatableArray();

    /// <summary>The object classes in declared order.</summary>
    public EquatableArray<OperationsServed> Serves => _serves.ToEquatableArray();

    /// <summary>The operations of the connector as a whole.</summary>
    public EquatableArray<OperationModel> Methods => _methods.Select(method => method.Model).OrderBy(method => method.Kind).ToEquatableArray();

    /// <summary>Reads the operation methods.</summary>
    /// <param name="connector">The connector.</param>
    /// <param name="facade">The facade's name.</param>
    /// <param name="compilation">Where it is.</param>
    /// <param name="report">Takes law, place and arguments of what is not accepted.</param>
    /// <param name="warnings">Collects what the compiler says about the methods.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static ConnectorObjectClasses Of(INamedTypeSymbol connector, string facade, Compilation compilation, Action<string, Location, string[]> report, ConnectorWarnings warnings, CancellationToken cancellation)
    {
        var operations = new ConnectorObjectClasses(connector, compilation, report, warnings, cancellation);
        operations.Read(OperationDeclaration.Of(connector));
        operations.CheckPairs();
        operations.CheckTokens();
        operations.Build(ConnectorNames.OfFacade(facade, compilation));
        return operations;
    }

    private void Read(List<OperationDeclaration> declarations)
    {
        var hasSource = declarations.Any(declaration => declaration.Kind == ConnectorOperation.ObjectClassSource);

        // Typed ones first: an annotated type owns its object class.
        foreach (var declaration in declarations.OrderBy(declaration => declaration.Target is null ? 1 : 0).ThenBy(declaration => declaration.Order))
        {
            _cancellation.ThrowIfCancellationRequested();
            var served = ClassesOf(declaration, hasSource);
            if (served is null)
                continue;

            // A method that does not fit is there all the same: that its partner is missing would be no news.
            served.ForEach(one => one.Declared.Add(declaration));
            if (Accepted(declaration) is not { } model)
                continue;
            if (declaration.IsOfConnector)
            {
                if (_methods.Find(method => method.Model.Kind == model.Kind) is { Declaration: { } first })
                    ReportTwice(declaration, "the connector", first.Method.Name);
                else
                    _methods.Add((declaration, model));
            }

            foreach (var one in served)
            {
                if (one.Methods.Find(method => method.Model.Kind == model.Kind) is { Declaration: { } first })
                    ReportTwice(declaration, one.Described, first.Method.Name);
                else
                    one.Methods.Add((declaration, model));
            }
        }
    }

    private OperationModel? Accepted(OperationDeclaration declaration)
    {
        var method = declaration.Method;
        var problem = method switch
        {
            { ExplicitInterfaceImplementations.IsEmpty: false } => "is an explicit interface implementation, which cannot be called by its name",
            { MethodKind: not MethodKind.Ordinary } => "is no ordinary method",
            { IsGenericMethod: true } => "is generic, and nothing tells its type arguments",
            { IsExtern: true } => "is extern; call it from an ordinary method",
            _ when !_compilation.IsSymbolAccessibleWithin(method, _connector) => $"is not accessible in {_connector.Name}",
            _ when method.ForbidsUse => "is obsolete, and its use is an error",
            { ReturnsByRef: true } or { ReturnsByRefReadonly: true } => "returns by reference",
            _ => null,
        };

        // Half-typed code has the compiler's errors already.
        if (problem is null && (method.ReturnType.TypeKind == TypeKind.Error || method.Parameters.Any(parameter => parameter.Type.TypeKind == TypeKind.Error)))
            return null;
        OperationModel? model = null;
        if (problem is null)
            model = OperationShapes.Match(declaration, _compilation, out problem);
        if (problem is not null)
            _report(OperationShapes.LawOf(problem), declaration.Place, [method.Name.Substring(method.Name.LastIndexOf('.') + 1), declaration.Text, problem, OperationNearest.To(declaration)]);
        else
            _warnings.Add(method);
        return model;
    }

    /// <summary>The object classes that a method serves; null if it can serve none.</summary>
    private List<ServedClass>? ClassesOf(OperationDeclaration declaration, bool hasSource)
    {
        if (declaration.IsOfConnector)
            return [];
        if (declaration.Attribute.AttributeClass is { Arity: 1 })
            return declaration.Target is { TypeKind: not TypeKind.Error } target && TypedClass(declaration, target) is { } typed ? [typed] : null;

        var names = declaration.ObjectClasses;
        if (names.Count == 0)
        {
            if (!hasSource)
            {
                Refuse(declaration, "names no object class; name them, or tell them at run time by a method with [ObjectClassSource]");
                return null;
            }

            return [Find(one => one.IsDiscovered, () => new ServedClass(null, null, declaration.Order))];
        }

        var served = new List<ServedClass>();
        foreach (var name in names)
        {
            if (string.IsNullOrWhiteSpace(name))
                Refuse(declaration, "names a blank object class");
            else if (_classes.Find(one => one.Target is not null && one.IsNamed(name)) is { } typed)
                ReportTwice(declaration, $"the object class {name}", typed.Target!.Name);
            else if (Find(one => one.Target is null && one.IsNamed(name), () => new ServedClass(null, name, declaration.Order)) is var one && !served.Contains(one))
                served.Add(one);
        }

        return served.Count == 0 ? null : served;
    }

    private ServedClass? TypedClass(OperationDeclaration declaration, INamedTypeSymbol target)
    {
        var annotation = target.GetAttributes().FirstOrDefault(attribute => attribute.IsAnnotation("ObjectClassAttribute"));
        if (!ImplementsMapping(target))
        {
            if (annotation is null)
            {
                Refuse(declaration, $"is for {target.Name}, which has no [ObjectClass]");
                return null;
            }

            if (target.DeclaringSyntaxReferences.IsEmpty)
            {
                Refuse(declaration, $"is for {target.Name}, whose assembly was compiled without the generator of object classes");
                return null;
            }

            // What the object class's own generator refuses has its own finding.
            if (target is not { TypeKind: TypeKind.Class, IsAbstract: false, IsStatic: false, IsGenericType: false }
                || !target.SelfAndContainers.All(level => level.Arity == 0 && !level.IsFileLocal && level.IsDeclaredPartial(_cancellation)))
            {
                return null;
            }
        }

        var name = annotation?.FirstText;
        if (_classes.Find(one => SymbolEqualityComparer.Default.Equals(one.Target, target)) is { } known)
            return known;
        if (name is not null && _classes.Find(one => one.IsNamed(name)) is { } other)
        {
            ReportTwice(declaration, $"the object class {name}", other.Target!.Name);
            return null;
        }

        _warnings.Add(target);
        var served = new ServedClass(target, name, declaration.Order);
        _classes.Add(served);
        return served;
    }

    private static bool ImplementsMapping(INamedTypeSymbol type)
        => type.AllInterfaces.Any(face => face.IsNamed("Sluice", "IMappedObject") && face.TypeArguments is [var self] && SymbolEqualityComparer.Default.Equals(self, type));

    private ServedClass Find(Predicate<ServedClass> match, Func<ServedClass> create)
    {
        if (_classes.Find(match) is { } known)
            return known;
        var created = create();
        _classes.Add(created);
        return created;
    }

    /// <summary>SLC004: a sync and a latest token belong together.</summary>
    private void CheckPairs()
    {
        foreach (var one in _classes)
        {
            Check(one, ConnectorOperation.Sync, ConnectorOperation.LatestSyncToken);
            Check(one, ConnectorOperation.LatestSyncToken, ConnectorOperation.Sync);
        }

        void Check(ServedClass one, ConnectorOperation has, ConnectorOperation lacks)
        {
            if (one.Declared.Find(declaration => declaration.Kind == has) is { } declaration && !one.Declared.Exists(other => other.Kind == lacks))
                _report("SLC004", declaration.Place, [one.Described, $"[{has}]", one.AttributeText(lacks)]);
        }
    }

    /// <summary>SLC211 and SLC208: null says "from the beginning", and what a latest token is given in, a sync goes on after.</summary>
    private void CheckTokens()
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var one in _classes)
        {
            if (one.Methods.Find(method => method.Model.Kind == ConnectorOperation.Sync) is not { Declaration: { } sync, Model: { } syncModel } || OperationShapes.TokenOf(sync, _compilation) is not { } parameter)
                continue;
            var token = syncModel.Arguments.First(argument => argument.Role == OperationRole.Token).Token!;
            if (!token.AllowsNull && seen.Add(sync.Method))
                _report("SLC211", TypeOf(parameter) ?? sync.Place, [parameter.Name, sync.Method.Name, parameter.Type.ShortName]);
            if (one.Methods.Find(method => method.Model.Kind == ConnectorOperation.LatestSyncToken) is { Declaration: { } latest, Model.Token: { } answered }
                && !answered.IsInterchangeableWith(token)
                && seen.Add(latest.Method))
            {
                _report("SLC208", latest.Place, [latest.Method.Name, OperationAnswer.Of(latest.Method).Value!.ShortName, sync.Method.Name, parameter.Type.ShortName]);
            }
        }
    }

    private Location? TypeOf(IParameterSymbol parameter)
        => parameter.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(_cancellation)).OfType<ParameterSyntax>().FirstOrDefault()?.Type?.GetLocation();

    private void Build(ConnectorNames names)
    {
        // One method may name many: among them the order is that of the names, so the sort must be stable.
        var ordered = _classes.OrderBy(one => one.Order).ToList();
        _classes.Clear();
        _classes.AddRange(ordered);
        var isSimpleNameShared = _classes.Where(one => one.Target is not null).GroupBy(one => one.Target!.Name, StringComparer.Ordinal).Where(group => group.Skip(1).Any()).Select(group => group.Key).ToImmutableHashSet(StringComparer.Ordinal);
        foreach (var one in _classes.Where(one => one.Target is not null))
        {
            var target = one.Target!;
            var simple = isSimpleNameShared.Contains(target.Name) ? (target.ContainingType?.Name ?? target.ContainingNamespace.Name) + target.Name : target.Name;
            var face = names.Take(simple, simple + "Objects");
            one.Place = Add(one.Model(names.Take(face + "Operations"), new(target.Code, CSharpLiteral.Identifier(face), ConnectorAccess.Of(_connector, target)), one.Name is null ? [] : [one.Name]));
        }

        foreach (var group in _classes.Where(one => one is { Target: null, IsDiscovered: false }).GroupBy(one => one.Model("", null, [])))
        {
            var members = group.ToArray();
            var name = ConnectorNames.Pascal(members[0].Name!) + members.Length switch
            {
                1 => "",
                2 => "And" + ConnectorNames.Pascal(members[1].Name!),
                _ => "AndMore",
            };
            var place = Add(members[0].Model(names.Take(name + "Operations"), null, members.Select(one => one.Name!).ToEquatableArray()));
            foreach (var one in members)
                one.Place = place;
        }

        foreach (var one in _classes)
        {
            if (one.IsDiscovered)
                Add(one.Model("DiscoveredOperations", null, []));
            else
                _serves.Add(new(one.Place, one.Target is null ? one.Name : null));
        }

        if (_methods.Exists(method => method.Model.Kind == ConnectorOperation.ObjectClassSource) && !_classes.Exists(one => one.IsDiscovered))
            Add(new ServedClass(null, null, 0).Model("DiscoveredOperations", null, []));

        int Add(OperationsModel model)
        {
            _operations.Add(model);
            return _operations.Count - 1;
        }
    }

    private void Refuse(OperationDeclaration declaration, string problem)
        => _report("SLC005", declaration.Place, [declaration.Method.Name, declaration.Text, problem, OperationNearest.To(declaration)]);

    private void ReportTwice(OperationDeclaration declaration, string what, string first)
        => _report("SLC006", declaration.Place, [declaration.Method.Name, declaration.Text, what, first]);

    /// <summary>An object class while its methods are collected.</summary>
    private sealed class ServedClass(INamedTypeSymbol? target, string? name, int order)
    {
        public INamedTypeSymbol? Target => target;

        public string? Name => name;

        public int Order => order;

        public bool IsDiscovered => target is null && name is null;

        public List<OperationDeclaration> Declared { get; } = [];

        public List<(OperationDeclaration Declaration, OperationModel Model)> Methods { get; } = [];

        public int Place { get; set; }

        public string Described => target is not null ? target.Name : name is not null ? $"the object class {name}" : "the object classes known at run time";

        // Object class names compare ignoring case.
        public bool IsNamed(string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);

        public string AttributeText(ConnectorOperation kind) => target is not null ? $"[{kind}<{target.Name}>]" : name is not null ? $"[{kind}(\"{name}\")]" : $"[{kind}]";

        public OperationsModel Model(string className, OperationsTarget? face, EquatableArray<string> objectClasses)
        {
            var methods = Methods.Select(method => method.Model).OrderBy(method => method.Kind).ToEquatableArray();
            return new(
                className,
                face,
                objectClasses,
                IsDiscovered,
                Granularity(),
                methods.SelectMany(method => method.Arguments.Select(argument => argument.Token).Append(method.Token)).FirstOrDefault(token => token is { IsOrdered: true })?.Codec,
                Methods.Exists(method => method.Model.Kind is ConnectorOperation.Search or ConnectorOperation.SearchPage) && Methods.Where(method => method.Model.Kind is ConnectorOperation.Search or ConnectorOperation.SearchPage).All(method => method.Declaration.Attribute.Argument<bool>("NativeFilter")),
                methods);
        }

        private string Granularity()
        {
            var attribute = Methods.Find(method => method.Model.Kind == ConnectorOperation.Sync).Declaration?.Attribute;
            var constant = attribute?.NamedArguments.FirstOrDefault(argument => string.Equals(argument.Key, "Granularity", StringComparison.Ordinal)).Value
                is { Kind: TypedConstantKind.Enum } named ? named
                : attribute?.ConstructorArguments is [{ Kind: TypedConstantKind.Enum } given] ? given : default(TypedConstant?);
            return constant?.Value switch
            {
                1 => "PerDelta",
                2 => "AtLeastOnce",
                _ => "Group",
            };
        }
    }
}
