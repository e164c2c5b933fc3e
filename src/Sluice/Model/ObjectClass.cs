using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Sluice;

/// <summary>The kind of an object: account, group, or whatever the target system has. Compared ignoring case, in every culture alike.</summary>
[JsonConverter(typeof(ConnectorJsonConverter))]
public sealed class ObjectClass : IEquatable<ObjectClass>
{
    /// <summary>Names an object class; <see cref="Of"/> shares the instances of the well-known ones.</summary>
    /// <param name="name">The name, not blank.</param>
    public ObjectClass(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        IsAll = string.Equals(name, ObjectClasses.All, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Accounts (<c>__ACCOUNT__</c>).</summary>
    public static ObjectClass Account { get; } = new(ObjectClasses.Account);

    /// <summary>Groups (<c>__GROUP__</c>).</summary>
    public static ObjectClass Group { get; } = new(ObjectClasses.Group);

    /// <summary>All classes of a connector (<c>__ALL__</c>); no object has this class.</summary>
    public static ObjectClass All { get; } = new(ObjectClasses.All);

    /// <summary>The name as it was given.</summary>
    public string Name { get; }

    /// <summary>Whether this is <see cref="All"/>.</summary>
    public bool IsAll { get; }

    /// <summary>The object class of that name: the shared instance of a well-known one, otherwise a new one.</summary>
    /// <param name="name">The name, not blank.</param>
    public static ObjectClass Of(string name)
    {
        if (Account.HasName(name))
        {
            return Account;
        }

        if (Group.HasName(name))
        {
            return Group;
        }

        return All.HasName(name) ? All : new ObjectClass(name);
    }

    /// <summary>Whether two object classes have the same name, ignoring case.</summary>
    /// <param name="left">One object class.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(ObjectClass? left, ObjectClass? right) =>
        ReferenceEquals(left, right) || (left is not null && left.Equals(right));

    /// <summary>Whether two object classes have different names, ignoring case.</summary>
    /// <param name="left">One object class.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(ObjectClass? left, ObjectClass? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] ObjectClass? other) =>
        ReferenceEquals(this, other) || (other is not null && HasName(other.Name));

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as ObjectClass);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Name);

    /// <inheritdoc/>
    public override string ToString() => Name;

    private bool HasName(string? name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);
}
