namespace Sluice;

/// <summary>The attribute names of objects of one class, stored once for all of them: a <see cref="ConnectorObject"/> is a shape and one array of values.</summary>
public sealed class ObjectShape
{
    private readonly string[] _names;
    private readonly int[] _keys;
    private readonly int[] _sourceIndexes;
    private int[]? _canonicalOrder;

    /// <summary>Makes a shape.</summary>
    /// <param name="objectClass">The class of the objects; not <see cref="ObjectClass.All"/>.</param>
    /// <param name="names">The attribute names in slot order, uid and name among them, unique ignoring case.</param>
    public ObjectShape(ObjectClass objectClass, IReadOnlyList<string> names)
        : this(objectClass, Checked(objectClass, names), null, [])
    {
    }

    private ObjectShape(ObjectClass objectClass, string[] names, ObjectShape? full, int[] sourceIndexes)
    {
        ObjectClass = objectClass;
        _names = names;
        _keys = new int[names.Length];
        for (var i = 0; i < names.Length; i++)
            _keys[i] = KeyOf(names[i]);
        _sourceIndexes = sourceIndexes;
        FullShape = full ?? this;
        UidIndex = IndexOf(AttributeNames.Uid);
        NameIndex = IndexOf(AttributeNames.Name);
        if (UidIndex < 0 || NameIndex < 0)
        {
            throw new ArgumentException($"Objects of class '{objectClass}' need a slot for {AttributeNames.Uid} and one for {AttributeNames.Name}.", nameof(names));
        }
    }

    /// <summary>The class of the objects.</summary>
    public ObjectClass ObjectClass { get; }

    /// <summary>The number of slots.</summary>
    public int Count => _names.Length;

    /// <summary>The slot of the uid.</summary>
    public int UidIndex { get; }

    /// <summary>The slot of the name.</summary>
    public int NameIndex { get; }

    /// <summary>Whether this is a selection of another shape's slots.</summary>
    public bool IsProjection => !ReferenceEquals(FullShape, this);

    /// <summary>The shape that this is a projection of, or itself.</summary>
    public ObjectShape FullShape { get; }

    /// <summary>For a projection: the index in <see cref="FullShape"/> of each slot. Otherwise empty.</summary>
    public ReadOnlySpan<int> SourceIndexes => _sourceIndexes;

    /// <summary>The names in slot order.</summary>
    internal ReadOnlySpan<string> Names => _names;

    /// <summary>The slots in the order in which objects are written: uid, name, then by name.</summary>
    internal ReadOnlySpan<int> CanonicalOrder => _canonicalOrder ??= OrderCanonically();

    /// <summary>The name of a slot.</summary>
    /// <param name="index">A slot, from 0.</param>
    public string NameAt(int index) => _names[index];

    /// <summary>The slot of an attribute, or -1. Fastest with the very string of the schema (a constant), then with its exact spelling, then in any case.</summary>
    /// <param name="name">The attribute's name.</param>
    public int IndexOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var key = KeyOf(name);
        var keys = _keys;
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] == key && IsSame(_names[i], name))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The shape of objects that carry only these attributes, and always uid and name. Names that this shape lacks are ignored.</summary>
    /// <param name="attributesToGet">The attributes asked for.</param>
    /// <returns>This shape itself when nothing would be left out.</returns>
    public ObjectShape Project(IReadOnlyCollection<string> attributesToGet)
    {
        ArgumentNullException.ThrowIfNull(attributesToGet);
        var kept = new bool[_names.Length];
        kept[UidIndex] = kept[NameIndex] = true;
        var count = 2;
        foreach (var name in attributesToGet)
        {
            var index = IndexOf(name);
            if (index >= 0 && !kept[index])
            {
                kept[index] = true;
                count++;
            }
        }

        if (count == _names.Length)
        {
            return this;
        }

        var names = new string[count];
        var sources = new int[count];
        for (int slot = 0, index = 0; index < kept.Length; index++)
        {
            if (kept[index])
            {
                names[slot] = _names[index];
                sources[slot++] = IsProjection ? _sourceIndexes[index] : index;
            }
        }

        return new ObjectShape(ObjectClass, names, FullShape, sources);
    }

    /// <summary>The class and the names.</summary>
    public override string ToString() => $"{ObjectClass} ({string.Join(", ", _names)})";

    private static bool IsSame(string left, string right) =>
        ReferenceEquals(left, right)
        || (left.Length == right.Length && left.AsSpan().SequenceEqual(right))
        || string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    /// <summary>Length, first and last character: the same for names that differ only in case, and nearly always different otherwise, so a search rarely looks at text.</summary>
    private static int KeyOf(string name) => name.Length == 0 ? 0 : (name.Length << 16) | (Fold(name[0]) << 8) | Fold(name[^1]);

    /// <summary>Setting the bit that tells ASCII letters' cases apart; no other character equals an ASCII one ignoring case.</summary>
    private static int Fold(char character) => character < 0x80 ? character | 0x20 : 0x80;

    private static string[] Checked(ObjectClass objectClass, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(objectClass);
        ArgumentNullException.ThrowIfNull(names);
        if (objectClass.IsAll)
        {
            throw new ArgumentException($"{ObjectClasses.All} is the class of no object.", nameof(objectClass));
        }

        var copy = new string[names.Count];
        var seen = new HashSet<string>(AttributeNames.Comparer);
        for (var i = 0; i < copy.Length; i++)
        {
            var name = copy[i] = names[i];
            ArgumentException.ThrowIfNullOrWhiteSpace(name, nameof(names));
            if (!seen.Add(name))
            {
                throw new ArgumentException($"Attribute '{name}' of class '{objectClass}' is there twice (names compare ignoring case).", nameof(names));
            }
        }

        return copy;
    }

    private int[] OrderCanonically()
    {
        var order = Enumerable.Range(0, _names.Length).ToArray();
        Array.Sort(order, (a, b) =>
        {
            var byKind = Rank(a).CompareTo(Rank(b));
            return byKind != 0 ? byKind : AttributeNames.Comparer.Compare(_names[a], _names[b]);
        });
        return order;
    }

    private int Rank(int slot)
    {
        if (slot == UidIndex)
        {
            return 0;
        }

        return slot == NameIndex ? 1 : 2;
    }
}
