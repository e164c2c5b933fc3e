using System.Collections.Frozen;
using System.Text.Json.Serialization;

namespace Sluice;

/// <summary>What a connector offers: its object classes and their attributes.</summary>
[JsonConverter(typeof(ConnectorJsonConverter))]
public sealed class ConnectorSchema
{
    private readonly FrozenDictionary<ObjectClass, ObjectClassInfo> _byClass;

    /// <summary>Makes a schema.</summary>
    /// <param name="classes">The object classes, each once.</param>
    public ConnectorSchema(IReadOnlyList<ObjectClassInfo> classes)
    {
        ArgumentNullException.ThrowIfNull(classes);
        Classes = [.. classes];
        var twice = Classes.GroupBy(info => info.ObjectClass).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new ArgumentException($"Class '{twice.Key}' is there twice (names compare ignoring case).", nameof(classes));
        }

        _byClass = Classes.ToFrozenDictionary(info => info.ObjectClass);
    }

    /// <summary>The object classes in declared order.</summary>
    public IReadOnlyList<ObjectClassInfo> Classes { get; }

    /// <summary>An object class, or null when the schema does not have it.</summary>
    /// <param name="objectClass">The class.</param>
    public ObjectClassInfo? Find(ObjectClass objectClass)
    {
        ArgumentNullException.ThrowIfNull(objectClass);
        return _byClass.GetValueOrDefault(objectClass);
    }

    /// <summary>The names of the classes.</summary>
    public override string ToString() => string.Join(", ", Classes.Select(info => info.ObjectClass.Name));
}
