namespace Sluice.TestKit.Tests;

/// <summary>
/// An invented system in memory: accounts and groups, their rows with tombstones, and a log of their changes, in parallel
/// transactions, under a clock that can be set. Safe for concurrent use.
/// </summary>
internal sealed class MemorySource
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _exclusive = new(1, 1);
    private readonly List<MemoryTransaction> _held = [];
    private readonly HashSet<(ObjectClass Class, Uid Uid)> _corrupt = [];
    private MemoryState _state = new() { Stamp = new(2024, 1, 31, 8, 0, 0, TimeSpan.Zero) };
    private MemoryState? _backup;
    private DateTimeOffset _clock = new(2024, 1, 31, 8, 0, 0, TimeSpan.Zero);
    private bool _frozen;
    private int _incarnation = 1;
    private int _assigned;
    private int _open;
    private long _reads;
    private int _readsUntilBreak = -1;
    private int _readsUntilStall = -1;
    private TaskCompletionSource _stalled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Says which history its numbers belong to; another one after a restore and a replacement.</summary>
    public string Identity => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"s{_incarnation}");

    public int Open => Volatile.Read(ref _open);

    public long Reads => Interlocked.Read(ref _reads);

    /// <summary>The newest states of the rows by the number of their last commit, for connectors that compare.</summary>
    public Dictionary<long, IReadOnlyList<MemoryChange>>? Versions { get; init; }

    /// <summary>How fine its clock's times are.</summary>
    public TimeSpan Resolution { get; init; } = TimeSpan.FromTicks(1);

    /// <summary>Whether it chooses the uids itself, and never the same twice.</summary>
    public bool AssignsUids { get; init; }

    /// <summary>Whether a write of what is there already is no change to it.</summary>
    public bool IgnoresSameWrites { get; init; }

    public Uid Create(ObjectDraft draft) => CreateTogether([draft])[0];

    public IReadOnlyList<Uid> CreateTogether(IReadOnlyList<ObjectDraft> drafts)
    {
        using var writing = Exclusive();
        lock (_gate)
        {
            var transaction = Begin();
            var uids = drafts.Select(draft => Add(transaction, draft)).ToList();
            Commit(transaction);
            return uids;
        }
    }

    public MemoryTransaction HoldCreate(ObjectDraft draft)
    {
        using var writing = Exclusive();
        lock (_gate)
        {
            var transaction = Begin();
            transaction.Uid = Add(transaction, draft);
            _held.Add(transaction);
            return transaction;
        }
    }

    /// <summary>Ends an open transaction.</summary>
    public void End(MemoryTransaction transaction, bool commit)
    {
        lock (_gate)
        {
            if (_held.Remove(transaction) && commit)
                Commit(transaction);
        }
    }

    public Uid Change(Uid uid, ObjectDraft draft)
    {
        using var writing = Exclusive();
        lock (_gate)
        {
            var known = Live(draft.ObjectClass, uid);
            var now = AssignsUids ? uid : UidOf(draft);
            if (IgnoresSameWrites && known.Object!.Equals(draft.ToObject(now)))
                return now;
            var transaction = Begin();
            if (now != uid)
            {
                // Rows know no rename: the old one leaves its tombstone.
                transaction.Tombstones.Add(Entry(MemoryChangeKind.Deleted, draft.ObjectClass, uid, null, null, isNew: false));
            }

            // The uid is not the name's everywhere, and a draft of a renamed account keeps its key.
            transaction.Changes.Add(Entry(MemoryChangeKind.Written, draft.ObjectClass, now, now == uid ? default(Uid?) : known.Uid, draft.ToObject(now), isNew: false));
            Commit(transaction);
            return now;
        }
    }

    public void Delete(ObjectClass objectClass, Uid uid) => Remove(MemoryChangeKind.Deleted, objectClass, uid);

    public void MoveOutOfScope(ObjectClass objectClass, Uid uid) => Remove(MemoryChangeKind.LeftScope, objectClass, uid);

    public void WriteOutOfScope(ObjectClass objectClass, int count)
    {
        using var writing = Exclusive();
        lock (_gate)
        {
            for (var i = 0; i < count; i++)
            {
                var transaction = Begin();
                transaction.Changes.Add(Entry(MemoryChangeKind.OutOfScope, objectClass, new Uid("x" + (_state.Sequence + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)), null, null, isNew: true));
                Commit(transaction);
            }
        }
    }

    public void WriteMany(ObjectClass objectClass, int count)
    {
        lock (_gate)
        {
            Advance();
            _state.Bulks.Add(new(objectClass, _state.Sequence + 1, _state.Commit + 1, count, _state.Stamp, objectClass == ObjectClass.Account
                ? (uid, number) => ObjectMapping.Of<Person>().ToConnectorObject(new(uid.Value, uid.Value, "bulk", null, [], null, number, null, null, null, null, null, null, null, Enabled: true))
                : (uid, _) => ObjectMapping.Of<Team>().ToConnectorObject(new(uid.Value, uid.Value, null, []))));
            _state.Sequence += count;
            _state.Commit += count;
        }
    }

    public IReadOnlyList<ConnectorObject> Truth(ObjectClass objectClass)
    {
        lock (_gate)
            return [.. RowsAfter(objectClass, "", "").Where(row => row.Object is not null).Select(row => row.Object!)];
    }

    public void Freeze() => _frozen = true;

    public void Release() => _frozen = false;

    public void Shift(TimeSpan by)
    {
        lock (_gate)
            _clock += by;
    }

    public void NumberFrom(long next)
    {
        lock (_gate)
            _state.Sequence = _state.Commit = Math.Max(next - 1, _state.Sequence);
    }

    public void Trim()
    {
        lock (_gate)
        {
            (_state.Trimmed, _state.TrimmedStamp, _state.TrimmedCommit) = (_state.Sequence, _state.Stamp, _state.Commit);

            // What shares a time with the newest that is forgotten would be half known; so the next change has a later one.
            _state.Stamp += Resolution;
            _clock = _clock > _state.Stamp ? _clock : _state.Stamp;
            _state.Log.Clear();
            _state.Commits.Clear();
            foreach (var key in _state.Rows.Where(row => row.Value.Object is null).Select(row => row.Key).ToList())
                _state.Rows.Remove(key);
            Versions?.Clear();
            KeepVersion();
        }
    }

    public void BackUp()
    {
        lock (_gate)
            _backup = _state.Copy();
    }

    public void Restore()
    {
        lock (_gate)
        {
            _state = _backup!.Copy();
            _incarnation++;
            foreach (var later in Versions?.Keys.Where(commit => commit > _state.Commit).ToList() ?? [])
                Versions!.Remove(later);
        }
    }

    public void Replace()
    {
        lock (_gate)
        {
            var objects = _state.Rows.Values.Where(row => row.Object is not null).ToList();
            _state = new() { Stamp = _state.Stamp };
            _incarnation++;
            Versions?.Clear();
            foreach (var row in objects)
            {
                var transaction = Begin();
                transaction.Changes.Add(Entry(MemoryChangeKind.Written, row.Class, row.Uid, null, row.Object, isNew: true));
                Commit(transaction);
            }
        }
    }

    public void Corrupt(ObjectClass objectClass, Uid uid)
    {
        lock (_gate)
            _corrupt.Add((objectClass, uid));
    }

    public void Mend()
    {
        lock (_gate)
            _corrupt.Clear();
    }

    public void BreakAfter(int reads) => Volatile.Write(ref _readsUntilBreak, reads);

    public Task StallAfter(int reads)
    {
        lock (_gate)
        {
            _stalled = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _readsUntilStall = reads;
            return _stalled.Task;
        }
    }

    public void ReleaseReads()
    {
        lock (_gate)
        {
            _readsUntilStall = -1;
            _released.TrySetResult();
        }
    }

    /// <summary>Opens a connection; the caller disposes it.</summary>
    public MemoryConnection Connect()
    {
        Interlocked.Increment(ref _open);
        return new(this);
    }

    internal void Closed() => Interlocked.Decrement(ref _open);

    /// <summary>Shuts writers out until it is disposed, as a transaction that locks its tables.</summary>
    internal async Task<IDisposable> LockAsync(CancellationToken cancellation)
    {
        await _exclusive.WaitAsync(cancellation);
        return new Unlock(() => _exclusive.Release());
    }

    internal T Look<T>(Func<MemoryState, IReadOnlyList<MemoryTransaction>, T> look)
    {
        lock (_gate)
            return look(_state, _held);
    }

    internal bool IsCorrupt(MemoryChange change)
    {
        lock (_gate)
            return _corrupt.Contains((change.Class, change.Uid));
    }

    /// <summary>One read of one row: it is counted, it may break, it may have to wait.</summary>
    internal ValueTask ReadAsync(CancellationToken cancellation) => Count(cancellation) is { IsCompleted: false } waits ? new(waits.WaitAsync(cancellation)) : ValueTask.CompletedTask;

    /// <summary>The same on the caller's thread.</summary>
    internal void Read(CancellationToken cancellation)
    {
        if (Count(cancellation) is not { IsCompleted: false } waits)
            return;
        var done = new ManualResetEventSlim();
        _ = waits.ContinueWith(_ => done.Set(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        done.Wait(cancellation);
    }

    private Task Count(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Interlocked.Increment(ref _reads);
        lock (_gate)
        {
            if (_readsUntilBreak == 0)
            {
                _readsUntilBreak = -1;
                throw new ConnectionBrokenException("The source ended the connection.");
            }

            _readsUntilBreak -= _readsUntilBreak > 0 ? 1 : 0;
            if (_readsUntilStall < 0)
                return Task.CompletedTask;
            if (_readsUntilStall > 0)
            {
                _readsUntilStall--;
                return Task.CompletedTask;
            }

            _stalled.TrySetResult();
            return _released.Task;
        }
    }

    /// <summary>The committed changes behind a number, in order.</summary>
    internal IEnumerable<MemoryChange> LogAfter(ObjectClass? objectClass, long sequence) => Merge(
        _state.Log.Skip(Behind(_state.Log, sequence, change => change.Sequence)),
        _state.Bulks.Select(bulk => Rest(bulk, Math.Max(sequence, _state.Trimmed) - bulk.Sequence + 1)),
        objectClass,
        change => change.Sequence);

    /// <summary>The committed changes behind a commit, in order.</summary>
    internal IEnumerable<MemoryChange> CommitsAfter(ObjectClass? objectClass, long commit) => Merge(
        _state.Commits.Skip(Behind(_state.Commits, commit, change => change.Commit)),
        _state.Bulks.Select(bulk => Rest(bulk, Math.Max(commit, _state.TrimmedCommit) - bulk.Commit + 1)),
        objectClass,
        change => change.Commit);

    /// <summary>The rows behind a class and a uid, in order.</summary>
    internal IEnumerable<MemoryChange> RowsAfter(ObjectClass? objectClass, string afterClass, string afterUid)
    {
        var first = _state.Rows.Keys.TakeWhile(key => Compare(key.Class, key.Uid, afterClass, afterUid) <= 0).Count();
        var sequences = _state.Bulks
            .Select(bulk => string.CompareOrdinal(bulk.Class.Name, afterClass) switch
            {
                < 0 => [],
                0 => Rest(bulk, bulk.After(afterUid)),
                _ => Rest(bulk, 0),
            })
            .Prepend(Enumerable.Range(first, _state.Rows.Count - first).Select(index => _state.Rows.Values[index]))
            .Select(rows => rows.Where(row => objectClass is null || row.Class == objectClass).GetEnumerator())
            .Where(rows => rows.MoveNext())
            .ToList();
        while (sequences.Count > 0)
        {
            var least = sequences.Aggregate((left, right) => Compare(left.Current.Class.Name, left.Current.Uid.Value, right.Current.Class.Name, right.Current.Uid.Value) <= 0 ? left : right);
            yield return least.Current;
            if (!least.MoveNext())
                sequences.Remove(least);
        }
    }

    private static int Compare(string leftClass, string leftUid, string rightClass, string rightUid) =>
        string.CompareOrdinal(leftClass, rightClass) is not 0 and var order ? order : string.CompareOrdinal(leftUid, rightUid);

    private static IEnumerable<MemoryChange> Rest(MemoryBulk bulk, long first)
    {
        for (var index = (int)Math.Clamp(first, 0, bulk.Count); index < bulk.Count; index++)
            yield return bulk.At(index);
    }

    private static int Behind(List<MemoryChange> changes, long number, Func<MemoryChange, long> numberOf)
    {
        var (low, high) = (0, changes.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (numberOf(changes[middle]) <= number)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static IEnumerable<MemoryChange> Merge(IEnumerable<MemoryChange> log, IEnumerable<IEnumerable<MemoryChange>> bulks, ObjectClass? objectClass, Func<MemoryChange, long> numberOf)
    {
        var sequences = bulks.Prepend(log)
            .Select(changes => changes.Where(change => objectClass is null || change.Class == objectClass).GetEnumerator())
            .Where(changes => changes.MoveNext())
            .ToList();
        while (sequences.Count > 0)
        {
            var least = sequences.MinBy(changes => numberOf(changes.Current))!;
            yield return least.Current;
            if (!least.MoveNext())
                sequences.Remove(least);
        }
    }

    private static Uid UidOf(ObjectDraft draft) => new(draft.ObjectClass == ObjectClass.Group ? draft.Name.Value : draft.Key);

    private Unlock Exclusive()
    {
        _exclusive.Wait();
        return new(() => _exclusive.Release());
    }

    private void Remove(MemoryChangeKind kind, ObjectClass objectClass, Uid uid)
    {
        using var writing = Exclusive();
        lock (_gate)
        {
            Live(objectClass, uid);
            var transaction = Begin();
            transaction.Changes.Add(Entry(kind, objectClass, uid, null, null, isNew: false));
            Commit(transaction);
        }
    }

    private MemoryChange Live(ObjectClass objectClass, Uid uid) =>
        _state.Rows.TryGetValue((objectClass.Name, uid.Value), out var row) && row.Object is not null ? row : throw new UnknownUidException($"There is no {objectClass} '{uid}'.");

    private Uid Add(MemoryTransaction transaction, ObjectDraft draft)
    {
        var uid = AssignsUids ? new Uid($"n{++_assigned}") : UidOf(draft);
        if (_state.Rows.TryGetValue((draft.ObjectClass.Name, uid.Value), out var row) && row.Object is not null)
            throw new AlreadyExistsException($"There is another {draft.ObjectClass} '{uid}'.");
        transaction.Changes.Add(Entry(MemoryChangeKind.Written, draft.ObjectClass, uid, null, draft.ToObject(uid), isNew: true));
        return uid;
    }

    private MemoryTransaction Begin()
    {
        Advance();
        return new(this);
    }

    private void Advance()
    {
        _clock += _frozen ? TimeSpan.Zero : Tick;
        var now = new DateTimeOffset(_clock.Ticks - (_clock.Ticks % Resolution.Ticks), _clock.Offset);
        _state.Stamp = now > _state.Stamp ? now : _state.Stamp;
    }

    private MemoryChange Entry(MemoryChangeKind kind, ObjectClass objectClass, Uid uid, Uid? previous, ConnectorObject? item, bool isNew) =>
        new(kind, ++_state.Sequence, 0, _clock, _state.Stamp, objectClass, uid, previous, item, isNew);

    private void Commit(MemoryTransaction transaction)
    {
        var commit = ++_state.Commit;
        foreach (var tombstone in transaction.Tombstones)
            _state.Rows[(tombstone.Class.Name, tombstone.Uid.Value)] = tombstone with { Commit = commit };
        foreach (var change in transaction.Changes.Select(change => change with { Commit = commit }))
        {
            _state.Log.Insert(Behind(_state.Log, change.Sequence, other => other.Sequence), change);
            _state.Commits.Add(change);
            _state.Rows[(change.Class.Name, change.Uid.Value)] = change;
        }

        KeepVersion();
    }

    private void KeepVersion()
    {
        if (Versions is not null)
            Versions[_state.Commit] = [.. _state.Rows.Values.Where(row => row.Object is not null)];
    }

    private sealed class Unlock(Action release) : IDisposable
    {
        private Action? _release = release;

        public void Dispose() => Interlocked.Exchange(ref _release, null)?.Invoke();
    }
}
