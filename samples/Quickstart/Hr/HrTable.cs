using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Sluice;

namespace Quickstart;

/// <summary>One kind of row: its changes, its search and its editing.</summary>
/// <remarks>
/// SQLite works in the calling thread, so the methods complete synchronously; their shape is what a connector to a database
/// elsewhere would have. Pages are read whole and delivered afterwards: no statement stays open while somebody else decides how
/// long to take over a delta.
/// </remarks>
internal abstract class HrTable<T>(HrDatabase database, string table)
    where T : class
{
    private const int ConstraintViolated = 19;

    /// <summary>The text attributes, which SQL can filter, with their columns.</summary>
    protected abstract IReadOnlyDictionary<string, string> Filterable { get; }

    /// <summary>The columns after <c>uid</c>, as <see cref="Read"/> wants them, of the row <c>t</c>.</summary>
    protected abstract string Columns { get; }

    /// <summary>The sequence number of the newest change; null before the first.</summary>
    public ValueTask<long?> LatestAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(database.Use(Latest));
    }

    /// <summary>What changed after a sequence number, oldest change first, each row at its newest change.</summary>
    public async IAsyncEnumerable<HrChange<T>> ChangesAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        IReadOnlyList<HrChange<T>> page;
        do
        {
            page = await ChangePageAsync(after, database.PageSize, cancellation);
            foreach (var change in page)
                yield return change;
            if (page is [.., var last])
                after = last.Sequence;
        }
        while (page.Count == database.PageSize);
    }

    /// <summary>The first changes after a sequence number.</summary>
    /// <remarks>
    /// A restored copy is recognised as long as it has not come past the token. Where that may happen, a token also needs something
    /// that says which history its number belongs to (SLC215).
    /// </remarks>
    /// <exception cref="SyncTokenExpiredException">The database has not come as far yet: it is another one, or was restored.</exception>
    public ValueTask<IReadOnlyList<HrChange<T>>> ChangePageAsync(long? after, int pageSize, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(database.Use<IReadOnlyList<HrChange<T>>>(connection =>
        {
            // One statement, so one moment: a log entry and its row belong together.
            using var command = connection.Command(
                $"""
                SELECT c.sequence, c.deleted, c.uid, {Columns}
                FROM change c LEFT JOIN {table} t ON t.uid = c.uid
                WHERE c.class = $class AND c.sequence > $after
                ORDER BY c.sequence LIMIT $limit
                """,
                ("$class", table),
                ("$after", after ?? 0),
                ("$limit", pageSize));
            List<HrChange<T>> page = [.. command.Rows().Select(row => new HrChange<T>(row.GetInt64(0), row.GetString(2), row.GetBoolean(1) ? null : Read(row, 2)))];
            if (page.Count == 0 && after is { } known && known > (Latest(connection) ?? 0))
            {
                throw new SyncTokenExpiredException($"The HR database is at change {Latest(connection) ?? 0}, so it never reached {known}: it is another database, or was restored from an older copy. Start from a full read (SLC215).")
                {
                    LawId = SyncLawIds.Slc215ForeignToken,
                    Token = known,
                };
            }

            return page;
        }));
    }

    /// <summary>The rows that may satisfy a filter; what SQL is not asked for, the facade sorts out.</summary>
    public async IAsyncEnumerable<T> SearchAsync(Filter? filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var condition = HrFilter.Translate(filter, Filterable);
        var from = "";
        List<(string Uid, T Row)> page;
        do
        {
            page = await SearchPageAsync(condition, from, cancellation);
            foreach (var (uid, row) in page)
            {
                yield return row;
                from = uid;
            }
        }
        while (page.Count == database.PageSize);
    }

    public ValueTask<T?> GetAsync(string uid, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(database.Use(connection => Find(connection, uid)));
    }

    /// <summary>Adds a row; the system chooses its uid.</summary>
    public ValueTask<string> CreateAsync(T row, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(Change(connection =>
        {
            // Each new row takes a number of the change log, and those are never used twice.
            var uid = FormattableString.Invariant($"{table[0]}{(long)connection.Scalar("SELECT ifnull(max(sequence), 0) + 1 FROM change")!}");
            Insert(connection, uid, row);
            return uid;
        }));
    }

    /// <summary>Changes what a patch names; everything else stays.</summary>
    /// <exception cref="UnknownUidException">There is no such row.</exception>
    public ValueTask UpdateAsync(string uid, ObjectPatch patch, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Change(connection =>
        {
            Update(connection, uid, Patched(Find(connection, uid) ?? throw Unknown(uid), patch));
            return true;
        });
        return ValueTask.CompletedTask;
    }

    /// <summary>Removes a row.</summary>
    /// <exception cref="UnknownUidException">There is no such row.</exception>
    public ValueTask DeleteAsync(string uid, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Change(connection => connection.Execute($"DELETE FROM {table} WHERE uid = $uid", ("$uid", uid))) == 1
            ? ValueTask.CompletedTask
            : throw Unknown(uid);
    }

    /// <summary>Reads a row whose uid is in column <paramref name="first"/> and whose other columns follow.</summary>
    protected abstract T Read(SqliteDataReader row, int first);

    protected abstract void Insert(SqliteConnection connection, string uid, T row);

    protected abstract void Update(SqliteConnection connection, string uid, T row);

    protected abstract T Patched(T row, ObjectPatch patch);

    private long? Latest(SqliteConnection connection) => (long?)connection.Scalar("SELECT max(sequence) FROM change WHERE class = $class", ("$class", table));

    private T? Find(SqliteConnection connection, string uid)
    {
        using var command = connection.Command($"SELECT t.uid, {Columns} FROM {table} t WHERE t.uid = $uid", ("$uid", uid));
        return command.Rows().Select(row => Read(row, 0)).FirstOrDefault();
    }

    private ValueTask<List<(string Uid, T Row)>> SearchPageAsync(HrFilter condition, string from, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(database.Use<List<(string Uid, T Row)>>(connection =>
        {
            using var command = connection.Command(
                $"SELECT t.uid, {Columns} FROM {table} t WHERE t.uid > $from AND {condition.Sql} ORDER BY t.uid LIMIT $limit",
                ("$from", from),
                ("$limit", database.PageSize));
            condition.AddParameters(command);
            return [.. command.Rows().Select(row => (row.GetString(0), Read(row, 0)))];
        }));
    }

    private TResult Change<TResult>(Func<SqliteConnection, TResult> work)
    {
        try
        {
            return database.Write(work);
        }
        catch (ConnectorException exception) when (exception.InnerException is SqliteException { SqliteErrorCode: ConstraintViolated } cause)
        {
            throw cause.SqliteExtendedErrorCode == 787 // a foreign key
                ? new InvalidAttributeValueException($"A {table} names a member that does not exist.", cause)
                : new AlreadyExistsException($"There is another {table} of that name.", cause);
        }
    }

    private UnknownUidException Unknown(string uid) => new($"There is no {table} '{uid}'.") { Uid = uid };
}
