using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Sluice;

/// <summary>An update: what becomes of the attributes named in it. An attribute that is not named stays as it is.</summary>
[JsonConverter(typeof(ConnectorJsonConverter))]
public sealed class ObjectPatch
{
    private readonly AttributeChange[] _changes;

    private ObjectPatch(AttributeChange[] changes) => _changes = changes;

    /// <summary>The changes, one per attribute, in the order in which the attributes were first named.</summary>
    public IReadOnlyList<AttributeChange> Changes => _changes;

    /// <summary>Starts a patch.</summary>
    public static Builder Build() => new();

    /// <summary>The change of an attribute; false when the patch leaves it as it is.</summary>
    /// <param name="name">The attribute's name, in any case.</param>
    /// <param name="change">What becomes of it.</param>
    public bool TryGet(string name, [NotNullWhen(true)] out AttributeChange? change)
    {
        ArgumentNullException.ThrowIfNull(name);
        change = Array.Find(_changes, candidate => AttributeNames.Comparer.Equals(candidate.Name, name));
        return change is not null;
    }

    /// <summary>The kinds and names of the changes; never values.</summary>
    public override string ToString() => string.Join(", ", _changes.Select(change => change.ToString()));

    /// <summary>The changes, checked before.</summary>
    internal static ObjectPatch Of(AttributeChange[] changes) => new(changes);

    /// <summary>Puts a patch together; every value is checked, lists and bytes are copied.</summary>
    public sealed class Builder
    {
        private readonly List<AttributeChange> _changes = [];

        internal Builder()
        {
        }

        /// <summary>Replaces an attribute's value.</summary>
        /// <param name="name">The attribute's name; its uid cannot be changed.</param>
        /// <param name="value">One value, or a list of values, possibly empty; to take the value away, use <see cref="Clear"/>.</param>
        public Builder Set(string name, object value)
        {
            if (value is null)
            {
                throw new ArgumentNullException(nameof(value), $"Attribute '{name}': to take a value away, use {nameof(Clear)}.");
            }

            var stored = AttributeValue.Checked(name, value);
            if (stored is object[] && HasOneValue(name))
            {
                throw new ArgumentException($"Attribute '{name}' has one value, not a list.", nameof(value));
            }

            return Add(new AttributeChange(name, AttributeChangeKind.Set, stored));
        }

        /// <summary>Adds values to a multi-valued attribute; the same patch may remove others from it.</summary>
        /// <typeparam name="TValue">Their type, any of <see cref="AttributeTypes"/>.</typeparam>
        /// <param name="name">The attribute's name; not one that has one value by definition.</param>
        /// <param name="values">The values to add, at least one.</param>
        public Builder AddValues<TValue>(string name, IEnumerable<TValue> values) => Modify(name, values, isAdding: true);

        /// <summary>Removes values from a multi-valued attribute; the same patch may add others to it.</summary>
        /// <typeparam name="TValue">Their type, any of <see cref="AttributeTypes"/>.</typeparam>
        /// <param name="name">The attribute's name; not one that has one value by definition.</param>
        /// <param name="values">The values to remove, at least one.</param>
        public Builder RemoveValues<TValue>(string name, IEnumerable<TValue> values) => Modify(name, values, isAdding: false);

        /// <summary>Takes an attribute's value or values away.</summary>
        /// <param name="name">The attribute's name; an object cannot lose its name.</param>
        public Builder Clear(string name)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(name);
            if (AttributeNames.IsIdentity(name))
            {
                throw new ArgumentException($"An object cannot lose its {name}.", nameof(name));
            }

            return Add(new AttributeChange(name, AttributeChangeKind.Clear));
        }

        /// <summary>Makes the patch.</summary>
        public ObjectPatch Build() => new([.. _changes]);

        private static bool HasOneValue(string name) => AttributeNames.IsIdentity(name) || AttributeNames.IsOperational(name);

        private Builder Modify(string name, IEnumerable values, bool isAdding)
        {
            if (values is string or byte[])
            {
                throw new ArgumentException($"Attribute '{name}': values are added and removed as a list.", nameof(values));
            }

            var stored = AttributeValue.CheckedList(name, values);
            if (stored.Length == 0)
            {
                throw new ArgumentException($"Attribute '{name}': there is no value to {(isAdding ? "add" : "remove")}.", nameof(values));
            }

            if (HasOneValue(name))
            {
                throw new ArgumentException($"Attribute '{name}' has one value: it is set, never added to or removed from.", nameof(name));
            }

            // Adding some members and removing others is one change of one attribute; everything else names an attribute once.
            var index = _changes.FindIndex(change => AttributeNames.Comparer.Equals(change.Name, name));
            if (index < 0)
            {
                return Add(isAdding
                    ? new AttributeChange(name, AttributeChangeKind.Modify, added: stored)
                    : new AttributeChange(name, AttributeChangeKind.Modify, removed: stored));
            }

            var known = _changes[index];
            if (known.Kind != AttributeChangeKind.Modify || (isAdding ? known.Added : known.Removed).Count > 0)
            {
                throw Twice(name);
            }

            var other = isAdding ? known.Removed : known.Added;
            if (stored.Any(value => other.Any(candidate => AttributeValue.Equals(candidate, value))))
            {
                throw new ArgumentException($"Attribute '{name}': a value is both added and removed.", nameof(values));
            }

            _changes[index] = isAdding
                ? new AttributeChange(known.Name, AttributeChangeKind.Modify, added: stored, removed: known.Removed)
                : new AttributeChange(known.Name, AttributeChangeKind.Modify, added: known.Added, removed: stored);
            return this;
        }

        private Builder Add(AttributeChange change)
        {
            if (AttributeNames.Comparer.Equals(change.Name, AttributeNames.Uid))
            {
                throw new ArgumentException("A uid is not changed by a patch; an update that changes it returns the new one.", nameof(change));
            }

            if (_changes.Exists(known => AttributeNames.Comparer.Equals(known.Name, change.Name)))
            {
                throw Twice(change.Name);
            }

            _changes.Add(change);
            return this;
        }

        private static ArgumentException Twice(string name) => new($"Attribute '{name}' is changed twice (names compare ignoring case).", nameof(name));
    }
}
