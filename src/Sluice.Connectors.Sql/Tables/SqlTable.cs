namespace Sluice.Connectors.Sql;

/// <summary>An object class with what the database says about its table; never changes.</summary>
internal sealed class SqlTable
{
    private SqlTable(SqlClass mapping, ObjectClassInfo info, SqlColumn[] key, SqlColumn name, (SqlColumn Column, string Attribute)[] attributes, SqlColumn? changed, SqlColumn? tombstone)
    {
        Mapping = mapping;
        Info = info;
        Key = key;
        Name = name;
        Attributes = attributes;
        Changed = changed;
        Tombstone = tombstone;
        Quoted = new(mapping.Schema, mapping.Table);
    }

    public SqlClass Mapping { get; }

    public ObjectClassInfo Info { get; }

    public ObjectClass ObjectClass => Info.ObjectClass;

    public IReadOnlyList<SqlColumn> Key { get; }

    /// <summary>The name's column; the first of the key's where the uid is the name.</summary>
    public SqlColumn Name { get; }

    public bool NameIsUid => Mapping.Name is null;

    /// <summary>The columns that are attributes, the name's not among them.</summary>
    public IReadOnlyList<(SqlColumn Column, string Attribute)> Attributes { get; }

    public SqlColumn? Changed { get; }

    public SqlColumn? Tombstone { get; }

    public SqlName Quoted { get; }

    public SqlName Log => new(Mapping.Schema, Mapping.Log);

    public SqlName Source => new(Mapping.Schema, SqlSetup.SourceTable);

    /// <summary>The rows that are there: not marked as deleted.</summary>
    public SqlText IsLive => Tombstone is null ? SqlText.Of($"1 = 1") : SqlText.Of($"NOT {IsDeleted}");

    /// <summary>The rows that are marked as deleted.</summary>
    public SqlText IsDeleted => Tombstone switch
    {
        null => SqlText.Of($"1 = 0"),
        { Type: AttributeType.Boolean } flag => SqlText.Of($"({flag.Quoted} IS NOT NULL AND {flag.Quoted})"),
        { Type: AttributeType.Int32 or AttributeType.Int64 or AttributeType.Double or AttributeType.Decimal } number => SqlText.Of($"({number.Quoted} IS NOT NULL AND {number.Quoted} <> 0)"),
        var time => SqlText.Of($"({time.Quoted} IS NOT NULL)"),
    };

    public SqlText KeyColumns => SqlText.Join(", ", Key.Select(column => SqlText.Of($"{column.Quoted}")));

    /// <summary>The rows after a key, in the order of keys.</summary>
    public SqlText IsAfter(object[] key, ISqlDialect dialect) => SqlText.Of($"({KeyColumns}) > ({KeyValues(key, dialect)})");

    public SqlText KeyValues(object[] key, ISqlDialect dialect) => SqlText.Join(", ", Key.Select((column, i) => SqlText.Of($"{dialect.Write(key[i], column)}")));

    /// <summary>The row of a key: first as the key is indexed, which finds more where the collation ignores case, then exactly.</summary>
    public SqlText Is(object[] key, ISqlDialect dialect) => SqlText.Join(" AND ", Key.Select((column, i) =>
    {
        var found = SqlText.Of($"{column.Quoted} = {dialect.Write(key[i], column)}");
        return !column.ComparesExactly && dialect.Condition("=", key[i], column) is { } exactly ? found.Append(SqlText.Of($" AND {exactly}")) : found;
    }));

    /// <summary>Puts the class together.</summary>
    /// <exception cref="ConnectorException">The table does not fit what the configuration says of it; the message names everything at once.</exception>
    public static SqlTable Of(SqlClass mapping, IReadOnlyList<SqlColumn> columns)
    {
        var faults = new List<string>();
        var byName = columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        SqlColumn? Find(string? name, string role)
        {
            if (name is null)
                return null;
            if (byName.TryGetValue(name, out var found))
                return found;
            faults.Add($"its {role} column '{name}' is not there (names are written exactly as in the database; there are {string.Join(", ", byName.Keys)})");
            return null;
        }

        var key = mapping.Key.Select(name => Find(name, "key")?.AsKey).OfType<SqlColumn>().ToArray();
        foreach (var column in key.Where(column => column.Type is not { } type || column.IsArray || !KeyText.CanBeKey(type)))
            faults.Add($"its key column '{column.Name}' is of type {column.TypeName}; a key is a text, a whole number or a uuid");
        var name = Find(mapping.Name, "name")?.AsKey ?? key.FirstOrDefault();
        if (name is not null && (name.Type is not { } nameType || name.IsArray || !KeyText.CanBeKey(nameType)))
            faults.Add($"its name column '{name.Name}' is of type {name.TypeName}; a name is a text, a whole number or a uuid");
        var changed = Find(mapping.Changed, "changed");
        var tombstone = Find(mapping.Tombstone, "tombstone");
        if (tombstone is not null && !CanMark(tombstone))
            faults.Add($"its tombstone column '{tombstone.Name}' is of type {tombstone.TypeName}{(tombstone.IsNotNull ? " NOT NULL" : "")}; a tombstone is a boolean or a number (false, 0 or NULL in a row that is there), or a date or time stamp (NULL in a row that is there)");

        var taken = new HashSet<string>([.. mapping.Key, .. new[] { mapping.Name, mapping.Changed, mapping.Tombstone }.OfType<string>()], StringComparer.Ordinal);
        var wanted = mapping.Columns.Count > 0 ? mapping.Columns : [.. columns.Where(column => !taken.Contains(column.Name)).Select(column => new SqlAttribute(column.Name))];
        var attributes = new List<(SqlColumn Column, string Attribute)>();
        foreach (var (columnName, attribute) in wanted)
        {
            if (Find(columnName, "attribute") is not { } column)
                continue;
            if (column.Type is null)
                faults.Add($"its column '{column.Name}' is of type {(column.TypeName.Length == 0 ? "(none declared)" : column.TypeName)}, which has no attribute type; leave it out by naming the Columns that you want, or convert it in a view");
            else if (AttributeNames.IsReserved(attribute) && !AttributeNames.IsOperational(attribute))
                faults.Add($"its column '{column.Name}' cannot be the attribute {attribute}: that name is reserved");
            else if (attributes.Exists(other => AttributeNames.Comparer.Equals(other.Attribute, attribute)))
                faults.Add($"the attribute {attribute} is there twice (names compare ignoring case); name one of them with 'as'");
            else
                attributes.Add((column, attribute));
        }

        if (faults.Count == 0)
        {
            try
            {
                return new(mapping, InfoOf(mapping, name!, attributes), key, name!, [.. attributes], changed, tombstone);
            }
            catch (ArgumentException exception)
            {
                faults.Add(exception.Message);
            }
        }

        throw new ConnectorException($"The class {mapping.Class} cannot be read from '{mapping.Table}': {string.Join("; ", faults)}.") { ObjectClass = ObjectClass.Of(mapping.Class) };
    }

    private static bool CanMark(SqlColumn tombstone) => !tombstone.IsArray && tombstone.Type switch
    {
        AttributeType.Boolean or AttributeType.Int32 or AttributeType.Int64 or AttributeType.Double or AttributeType.Decimal => true,
        AttributeType.Date or AttributeType.DateTimeOffset => !tombstone.IsNotNull,
        _ => false,
    };

    private static ObjectClassInfo InfoOf(SqlClass mapping, SqlColumn name, List<(SqlColumn Column, string Attribute)> attributes)
    {
        var nameTraits = AttributeTraits.Required | (mapping.Name is null || name.IsGenerated ? AttributeTraits.NotUpdateable : AttributeTraits.None);
        return new(ObjectClass.Of(mapping.Class), [new(AttributeNames.Name, AttributeType.String, nameTraits), .. attributes.Select(one => new ObjectAttributeInfo(one.Attribute, one.Column.Type!.Value, TraitsOf(one.Column)))]);
    }

    private static AttributeTraits TraitsOf(SqlColumn column) =>
        (column.IsArray ? AttributeTraits.MultiValued : AttributeTraits.None)
        | (column.IsNotNull ? AttributeTraits.Required : AttributeTraits.None)
        | (column.IsGenerated ? AttributeTraits.NotCreatable | AttributeTraits.NotUpdateable : AttributeTraits.None);
}
