using System.Collections.Frozen;
using System.Data.Common;
using System.Runtime.CompilerServices;

namespace Sluice.Connectors.Sql;

/// <summary>Tables and views of a SQLite or PostgreSQL database as object classes.</summary>
[Connector("sql", DisplayName = "SQL table, view or change log", Description = "Tables and views in SQLite and PostgreSQL")]
public sealed partial class SqlConnector : IAsyncDisposable
{
    private readonly SqlConfiguration _configuration;
    private readonly ISqlDialect _dialect;

    // What the database says of its tables: read once, and the same for every run. No position is ever kept here.
    private FrozenDictionary<ObjectClass, SqlTable>? _tables;

    internal SqlConnector(SqlConfiguration configuration, ISqlWatch? watch)
    {
        _configuration = configuration;
        _dialect = configuration.Provider == SqlProvider.PostgreSql ? new PostgreSqlDialect(configuration, watch) : new SqliteDialect(configuration, watch);
    }

    /// <summary>Opens the database, and compares each class with its table.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    [TestConnection]
    public async ValueTask TestAsync(CancellationToken cancellation)
    {
        var tables = await TablesAsync(cancellation).ConfigureAwait(false);
        foreach (var table in tables.Values)
            await Explained(() => Sync(table).LatestAsync(cancellation)).ConfigureAwait(false);
    }

    /// <summary>The configured classes, with the attributes that their tables have.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    [ObjectClassSource]
    public async ValueTask<IReadOnlyList<ObjectClassInfo>> DescribeAsync(CancellationToken cancellation)
    {
        var tables = await TablesAsync(cancellation).ConfigureAwait(false);
        return [.. _configuration.Parsed().Select(mapping => tables[ObjectClass.Of(mapping.Class)].Info)];
    }

    /// <summary>The newest position.</summary>
    /// <param name="objectClass">The class.</param>
    /// <param name="cancellation">Ends the wait.</param>
    [LatestSyncToken]
    public async ValueTask<SqlToken?> LatestAsync(ObjectClass objectClass, CancellationToken cancellation)
    {
        var table = await TableAsync(objectClass, cancellation).ConfigureAwait(false);
        return await Explained(() => Sync(table).LatestAsync(cancellation)).ConfigureAwait(false);
    }

    /// <summary>The changes after a position; from the beginning the rows that are there, then what changed meanwhile.</summary>
    /// <param name="objectClass">The class.</param>
    /// <param name="after">The position; null for the beginning.</param>
    /// <param name="options">Which attributes are wanted.</param>
    /// <param name="cancellation">Ends the run.</param>
    [Sync(Granularity = TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncEvent> SyncAsync(ObjectClass objectClass, SqlToken? after, OperationOptions options, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var table = await TableAsync(objectClass, cancellation).ConfigureAwait(false);
        var events = Sync(table).RunAsync(after, options, cancellation).GetAsyncEnumerator(cancellation);
        await using var disposing = events.ConfigureAwait(false);
        while (await Explained(events.MoveNextAsync).ConfigureAwait(false))
            yield return events.Current;
    }

    /// <summary>The rows that a filter finds, in the order of their keys.</summary>
    /// <param name="objectClass">The class.</param>
    /// <param name="filter">The filter.</param>
    /// <param name="options">Which attributes are wanted, and where to go on.</param>
    /// <param name="cancellation">Ends the wait.</param>
    [Search]
    public async ValueTask<SearchPage> SearchAsync(ObjectClass objectClass, Filter? filter, OperationOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        var table = await TableAsync(objectClass, cancellation).ConfigureAwait(false);
        return await Explained(() => new TableSearch(_dialect, table).PageAsync(filter, options, options.PageSize ?? _configuration.PageSize, cancellation)).ConfigureAwait(false);
    }

    /// <summary>One row.</summary>
    /// <param name="objectClass">The class.</param>
    /// <param name="uid">Its uid.</param>
    /// <param name="options">Which attributes are wanted.</param>
    /// <param name="cancellation">Ends the wait.</param>
    [Get]
    public async ValueTask<ConnectorObject?> GetAsync(ObjectClass objectClass, Uid uid, OperationOptions options, CancellationToken cancellation)
    {
        var table = await TableAsync(objectClass, cancellation).ConfigureAwait(false);
        return await Explained(() => new TableSearch(_dialect, table).GetAsync(uid, options, cancellation)).ConfigureAwait(false);
    }

    /// <summary>Inserts a row.</summary>
    /// <param name="objectClass">The class.</param>
    /// <param name="created">Its attributes.</param>
    /// <param name="cancellation">Ends the wait.</param>
    [Create]
    public async ValueTask<Uid> CreateAsync(ObjectClass objectClass, ConnectorObject created, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(created);
        var table = await TableAsync(objectClass, cancellation).ConfigureAwait(false);
        return await Explained(() => new TableWriter(_dialect, table).CreateAsync(created, cancellation)).ConfigureAwait(false);
    }

    /// <summary>Changes a row.</summary>
    /// <param name="objectClass">The class.</param>
    /// <param name="uid">Its uid.</param>
    /// <param name="patch">The changes.</param>
    /// <param name="cancellation">Ends the wait.</param>
    [Update]
    public async ValueTask<Uid> UpdateAsync(ObjectClass objectClass, Uid uid, ObjectPatch patch, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(patch);
        var table = await TableAsync(objectClass, cancellation).ConfigureAwait(false);
        return await Explained(() => new TableWriter(_dialect, table).UpdateAsync(uid, patch, cancellation)).ConfigureAwait(false);
    }

    /// <summary>Deletes a row, or marks it as deleted.</summary>
    /// <param name="objectClass">The class.</param>
    /// <param name="uid">Its uid.</param>
    /// <param name="cancellation">Ends the wait.</param>
    [Delete]
    public async ValueTask DeleteAsync(ObjectClass objectClass, Uid uid, CancellationToken cancellation)
    {
        var table = await TableAsync(objectClass, cancellation).ConfigureAwait(false);
        await Explained(async () =>
        {
            await new TableWriter(_dialect, table).DeleteAsync(uid, cancellation).ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
    }

    /// <summary>Closes the connections.</summary>
    public ValueTask DisposeAsync() => _dialect.DisposeAsync();

    private TableSync Sync(SqlTable table) => new(_dialect, table, _configuration.PageSize);

    private async ValueTask<SqlTable> TableAsync(ObjectClass objectClass, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(objectClass);
        return (await TablesAsync(cancellation).ConfigureAwait(false)).GetValueOrDefault(objectClass)
            ?? throw new UnsupportedObjectClassException(objectClass, [.. _tables!.Keys], "The connector 'sql'");
    }

    private async ValueTask<FrozenDictionary<ObjectClass, SqlTable>> TablesAsync(CancellationToken cancellation)
    {
        if (_tables is { } known)
            return known;
        return _tables = await Explained(async () =>
        {
            var session = await _dialect.OpenAsync(cancellation).ConfigureAwait(false);
            await using var closing = session.ConfigureAwait(false);
            var tables = new Dictionary<ObjectClass, SqlTable>();
            foreach (var mapping in _configuration.Parsed())
            {
                var columns = await _dialect.ColumnsAsync(session, mapping, cancellation).ConfigureAwait(false);
                tables[ObjectClass.Of(mapping.Class)] = columns.Count > 0 ? SqlTable.Of(mapping, columns) : throw new ConnectorException(
                    $"The class {mapping.Class}: there is no table or view '{mapping.Table}'{(mapping.Schema is { } schema ? $" in the schema '{schema}'" : "")} in {_dialect.Database}, or it may not be seen (names are written exactly as in the database).")
                { ObjectClass = ObjectClass.Of(mapping.Class) };
            }

            return tables.ToFrozenDictionary();
        }).ConfigureAwait(false);
    }

    /// <summary>Runs a piece of work; what the database's provider throws becomes what callers of a connector expect.</summary>
    private async ValueTask<TResult> Explained<TResult>(Func<ValueTask<TResult>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (DbException exception)
        {
            throw _dialect.Explain(exception);
        }
    }
}
