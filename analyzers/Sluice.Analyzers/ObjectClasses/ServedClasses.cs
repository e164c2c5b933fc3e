using Microsoft.CodeAnalysis;
using Sluice.Generators.Model;
using Sluice.Generators.Parsing;

namespace Sluice.Analyzers.ObjectClasses;

/// <summary>What the facade of a connector serves, as far as it is known while compiling.</summary>
internal sealed class ServedClasses
{
    private const string All = "__ALL__";

    private readonly Dictionary<string, HashSet<string>> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (string? Name, HashSet<string> Operations)> _byFace = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];

    private ServedClasses(INamedTypeSymbol connector, ConnectorModel model)
    {
        Connector = connector.Name;
        IsOpen = model.Operations.Any(operations => operations.IsDiscovered);
        foreach (var served in model.Serves)
        {
            var operations = model.Operations[served.Operations];
            var supported = Supported(operations);
            var name = served.ObjectClass ?? operations.ObjectClasses.FirstOrDefault();
            if (operations.Target is { } target)
                _byFace[target.Face.TrimStart('@')] = (name, supported);
            if (name is null)
            {
                IsOpen = true;
                continue;
            }

            _byName[name] = supported;
            _names.Add(name);
        }
    }

    /// <summary>The connector's name in code.</summary>
    public string Connector { get; }

    // Whether it serves classes that are known at run time only.
    private bool IsOpen { get; }

    /// <summary>The classes, in declared order.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Reads a connector; null where its facade is not what the code says, since something in it could not be generated.</summary>
    public static ServedClasses? Of(INamedTypeSymbol connector, Compilation compilation, CancellationToken cancellation)
    {
        var isComplete = true;
        var model = ConnectorParser.Parse(
            connector,
            compilation,
            finding => isComplete &= finding.LawId is SyncLawIds.Slc003UniqueConnectorName or SyncLawIds.Slc004SyncNeedsLatestToken or SyncLawIds.Slc208OneTokenType or SyncLawIds.Slc211NullableToken,
            cancellation);
        return model is null || !isComplete ? null : new(connector, model);
    }

    /// <summary>Whether it is known for certain what the facade can do with a class.</summary>
    public bool IsCertainOf(string name) => !IsOpen || _byName.ContainsKey(name);

    /// <summary>What the facade can do with a class; nothing where it does not serve it.</summary>
    public IReadOnlyCollection<string> SupportedFor(string name)
    {
        if (_byName.TryGetValue(name, out var operations))
            return operations;
        if (!string.Equals(name, All, StringComparison.OrdinalIgnoreCase))
            return [];

        // The facade runs the classes one after another.
        var synced = _byName.Where(one => one.Value.Contains("Sync")).Select(one => one.Value).ToArray();
        return synced.Length == 0 ? [] : [.. new[] { "Sync", "SynchronousSync", "LatestSyncToken" }.Where(operation => Array.TrueForAll(synced, one => one.Contains(operation)))];
    }

    /// <summary>The class behind a typed face of the facade, and what the facade can do with it.</summary>
    public (string? Name, IReadOnlyCollection<string> Operations)? Face(string property)
        => _byFace.TryGetValue(property, out var face) ? (face.Name, face.Operations) : null;

    /// <summary>The class that was meant by one that is not served: one with nearly the same name.</summary>
    public string? Nearest(string name)
    {
        var nearest = _names
            .Select(known => (known, Distance: EditDistance.Between(known.Trim('_'), name.Trim('_'))))
            .Where(one => one.Distance <= Math.Min(2, one.known.Trim('_').Length / 3))
            .OrderBy(one => one.Distance)
            .FirstOrDefault();
        return nearest.known;
    }

    // Pages strung together are a search, and what can be searched for can be read by its uid.
    private static HashSet<string> Supported(OperationsModel operations)
    {
        var supported = new HashSet<string>(operations.Flags, StringComparer.Ordinal);
        if (supported.Contains(nameof(ConnectorOperation.SearchPage)))
            supported.Add(nameof(ConnectorOperation.Search));
        if (supported.Contains(nameof(ConnectorOperation.Search)))
            supported.Add(nameof(ConnectorOperation.Get));
        return supported;
    }
}
