using System.Data.Common;

namespace Sluice.Connectors.Sql;

/// <summary>What is read of a row: its key and name, and of the attributes those that were asked for.</summary>
internal sealed class Selection
{
    private readonly ISqlDialect _dialect;
    private readonly SqlTable _table;
    private readonly (SqlColumn Column, string Attribute)[] _attributes;

    public Selection(ISqlDialect dialect, SqlTable table, OperationOptions options)
    {
        _dialect = dialect;
        _table = table;
        _attributes = [.. table.Attributes.Where(one => options.AttributesToGet?.Contains(one.Attribute, AttributeNames.Comparer) != false)];
        Columns = SqlText.Of($"{table.KeyColumns}, {table.Name.Quoted}");
        foreach (var (column, _) in _attributes)
            Columns.Append($", {column.Quoted}");
    }

    /// <summary>The columns to select; further ones may follow from <see cref="Count"/> on.</summary>
    public SqlText Columns { get; }

    public int Count => _table.Key.Count + 1 + _attributes.Length;

    public object[] KeyOf(DbDataReader reader)
    {
        var key = new object[_table.Key.Count];
        for (var i = 0; i < key.Length; i++)
            key[i] = ValueAt(reader, i, _table.Key[i], null) ?? throw Fault("holds a row whose key is NULL; a key has a value", null, null);
        return key;
    }

    public ConnectorObject Read(DbDataReader reader, object[] key)
    {
        var uid = KeyText.Format(key);
        if (string.IsNullOrWhiteSpace(uid))
            throw Fault("holds a row whose key is blank; a uid is not", null, null);
        var name = _table.NameIsUid ? uid : ValueAt(reader, key.Length, _table.Name, uid) is { } value ? KeyText.Format(value) : null;
        if (string.IsNullOrWhiteSpace(name))
            throw Fault($"has no name: its column '{_table.Name.Name}' is empty. Fill it, or choose another name column", uid, null);
        var builder = ConnectorObject.Build(_table.Info.Shape, new Uid(uid), new Name(name));
        for (var i = 0; i < _attributes.Length; i++)
            builder.Set(_attributes[i].Attribute, ValueAt(reader, key.Length + 1 + i, _attributes[i].Column, uid));
        return builder.Build();
    }

    private object? ValueAt(DbDataReader reader, int ordinal, SqlColumn column, string? uid)
    {
        try
        {
            return reader.IsDBNull(ordinal) ? null : _dialect.Read(reader, ordinal, column);
        }
        catch (Exception exception) when (exception is InvalidCastException or OverflowException or FormatException or ArgumentException)
        {
            // Never the value itself: it may be somebody's secret. (SLC313: nor is the row left out.)
            throw Fault($"holds in its column '{column.Name}' ({column.TypeName}) a value that is no {column.Type}", uid, exception);
        }
    }

    private ConnectorException Fault(string what, string? uid, Exception? cause) =>
        new($"{(uid is null ? $"The table '{_table.Mapping.Table}'" : $"The row '{uid}' of '{_table.Mapping.Table}'")} {what}.", cause) { ObjectClass = _table.ObjectClass, Uid = uid is null ? default(Uid?) : new Uid(uid) };
}
