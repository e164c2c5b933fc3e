using Microsoft.Data.Sqlite;
using Sluice;

namespace Quickstart;

/// <summary>
/// A copy of a connector's objects in a file, together with the position up to which it is complete. Works with any connector.
/// </summary>
/// <remarks>
/// <para>Objects and position change in one transaction, so the file is right at every moment at which the process may die. Which
/// position may be stored with which deltas? Only one that the facade vouches for when all deltas before it are applied: that is
/// <see cref="SyncRun.Position"/>, read <b>before</b> the next delta is applied, or after the run ended. It does not count the delta
/// that is being handled, and where several deltas share a token it moves only behind the last of them.</para>
/// <para>So the objects can be ahead of the position, never behind: after a crash some deltas come again. Applying them again
/// changes nothing, since each one replaces or removes a whole object by its uid.</para>
/// <para>One process at a time: two that write the same mirror would each store a position without the other's objects.</para>
/// </remarks>
internal sealed class MirrorStore : IDisposable
{
    /// <summary>How many deltas or objects share a transaction.</summary>
    public const int BatchSize = 50;

    private readonly string _path;
    private readonly SqliteConnection _connection;
    private SqliteTransaction? _transaction;

    public MirrorStore(string path)
    {
        _path = path;
        _connection = Guarded(() =>
        {
            var connection = SqliteFile.Open(path, create: true);
            connection.UseWriteAheadLog();
            connection.Execute("CREATE TABLE IF NOT EXISTS position (class TEXT PRIMARY KEY, position TEXT NOT NULL, loaded INTEGER NOT NULL)");
            connection.Execute("CREATE TABLE IF NOT EXISTS object (class TEXT NOT NULL, uid TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (class, uid)) WITHOUT ROWID");
            return connection;
        });
    }

    /// <summary>Where a sync of the class goes on; <see cref="SyncPosition.None"/> where there is no complete load yet.</summary>
    public SyncPosition Position(ObjectClass objectClass) => Guarded(() =>
        _connection.Scalar("SELECT position FROM position WHERE class = $class AND loaded = 1", ("$class", objectClass.Name)) is string text
            ? SyncPosition.Parse(text)
            : SyncPosition.None);

    /// <summary>The objects of a class, ordered by uid.</summary>
    public IEnumerable<ConnectorObject> Objects(ObjectClass objectClass)
    {
        using var command = _connection.Command("SELECT json FROM object WHERE class = $class ORDER BY uid", ("$class", objectClass.Name));
        foreach (var row in command.Rows())
            yield return ConnectorJson.Default.Deserialize<ConnectorObject>(row.GetString(0));
    }

    /// <summary>Replaces the copy of a class by a full read.</summary>
    /// <returns>The position, and how many objects were read.</returns>
    public async Task<(SyncPosition From, int Count)> LoadAsync(IConnectorFacade connector, ObjectClass objectClass, Action<int>? progress, CancellationToken cancellation)
    {
        // The position comes first: what changes while we read is delivered again by the sync, instead of being lost (SLC218).
        var from = await connector.GetLatestSyncTokenAsync(objectClass, cancellation: cancellation);
        var count = 0;
        InTransaction(() =>
        {
            _connection.Execute("DELETE FROM object WHERE class = $class", ("$class", objectClass.Name));
            Store(objectClass, from, loaded: false);
        });
        try
        {
            await foreach (var one in connector.SearchAsync(objectClass, cancellation: cancellation))
            {
                Begin();
                Put(one);
                if (++count % BatchSize == 0)
                {
                    Commit();
                    progress?.Invoke(count);
                }
            }

            // A load that dies before this line starts again from its beginning.
            Begin();
            Store(objectClass, from, loaded: true);
            Commit();
        }
        finally
        {
            Rollback();
        }

        return (from, count);
    }

    /// <summary>Applies what changed since the stored position, and stores the new one with it, however the run ends.</summary>
    /// <param name="connector">The connector.</param>
    /// <param name="objectClass">The class, which has been loaded.</param>
    /// <param name="applied">Called with each delta when it is applied; its answer is the handler's.</param>
    /// <param name="cancellation">Cancels the run.</param>
    public async Task<SyncResult> SyncAsync(IConnectorFacade connector, ObjectClass objectClass, Func<SyncDelta, SyncAnswer> applied, CancellationToken cancellation)
    {
        var run = new SyncRun(objectClass, Position(objectClass));
        var handler = new Handler(this, run, applied);
        try
        {
            return await connector.SyncAsync(run, handler, cancellation);
        }
        finally
        {
            // Also after a fault: what was applied stays, with the position that covers it.
            handler.Commit();
        }
    }

    /// <summary>Forgets every position: what is there is replaced by the next load.</summary>
    public void Forget() => Guarded(() => _connection.Execute("DELETE FROM position"));

    public void Dispose()
    {
        Rollback();
        _connection.Dispose();
    }

    private void Apply(SyncDelta delta)
    {
        if (delta.PreviousUid is { } previous)
            Remove(delta.ObjectClass, previous);
        if (delta.Object is { } changed)
            Put(changed);
        else
            Remove(delta.ObjectClass, delta.Uid);
    }

    private void Put(ConnectorObject one) => Guarded(() => _connection.Execute(
        "INSERT INTO object (class, uid, json) VALUES ($class, $uid, $json) ON CONFLICT (class, uid) DO UPDATE SET json = excluded.json",
        ("$class", one.ObjectClass.Name),
        ("$uid", one.Uid.Value),
        ("$json", ConnectorJson.Default.Serialize(one))));

    private void Remove(ObjectClass objectClass, Uid uid) => Guarded(() =>
        _connection.Execute("DELETE FROM object WHERE class = $class AND uid = $uid", ("$class", objectClass.Name), ("$uid", uid.Value)));

    private void Store(ObjectClass objectClass, SyncPosition position, bool loaded) => Guarded(() => _connection.Execute(
        "INSERT INTO position (class, position, loaded) VALUES ($class, $position, $loaded) ON CONFLICT (class) DO UPDATE SET position = excluded.position, loaded = excluded.loaded",
        ("$class", objectClass.Name),
        ("$position", position.ToString()),
        ("$loaded", loaded)));

    private void InTransaction(Action work)
    {
        Begin();
        try
        {
            work();
            Commit();
        }
        finally
        {
            Rollback();
        }
    }

    private void Begin() => _transaction ??= Guarded(() => _connection.BeginTransaction());

    private void Commit()
    {
        try
        {
            Guarded(() =>
            {
                _transaction?.Commit();
                return true;
            });
        }
        finally
        {
            Rollback(); // of what could not be committed
        }
    }

    private void Rollback()
    {
        _transaction?.Dispose();
        _transaction = null;
    }

    private TResult Guarded<TResult>(Func<TResult> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException exception)
        {
            throw SqliteFile.Explain(_path, exception);
        }
    }

    private sealed class Handler(MirrorStore store, SyncRun run, Func<SyncDelta, SyncAnswer> applied) : ISyncHandler
    {
        private int _pending;

        public SyncAnswer Handle(SyncDelta delta)
        {
            if (_pending == BatchSize)
                Commit(); // here, where the run's position speaks of the deltas before this one
            store.Begin();
            store.Apply(delta);
            _pending++;
            return applied(delta);
        }

        public void Commit()
        {
            if (_pending > 0 || run.Position != run.From)
            {
                store.Begin();
                store.Store(run.ObjectClass, run.Position, loaded: true);
                store.Commit();
                _pending = 0;
            }
        }
    }
}
