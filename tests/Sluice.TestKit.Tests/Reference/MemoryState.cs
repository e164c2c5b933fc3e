namespace Sluice.TestKit.Tests;

/// <summary>Everything that a backup of the source keeps.</summary>
internal sealed class MemoryState
{
    /// <summary>The committed changes, by number.</summary>
    public List<MemoryChange> Log { get; private init; } = [];

    /// <summary>The same in the order of the commits.</summary>
    public List<MemoryChange> Commits { get; private init; } = [];

    /// <summary>The newest change of each object by class and uid, those of deleted objects among them.</summary>
    public SortedList<(string Class, string Uid), MemoryChange> Rows { get; private init; } = new(KeyOrder.Instance);

    public List<MemoryBulk> Bulks { get; private init; } = [];

    public long Sequence { get; set; }

    public long Commit { get; set; }

    public DateTimeOffset Stamp { get; set; }

    /// <summary>Changes up to this number are forgotten.</summary>
    public long Trimmed { get; set; }

    public DateTimeOffset TrimmedStamp { get; set; }

    public long TrimmedCommit { get; set; }

    public MemoryState Copy()
    {
        var rows = new SortedList<(string Class, string Uid), MemoryChange>(Rows.Count, KeyOrder.Instance);
        foreach (var (key, row) in Rows)
            rows.Add(key, row);
        return new()
        {
            Log = [.. Log],
            Commits = [.. Commits],
            Rows = rows,
            Bulks = [.. Bulks],
            Sequence = Sequence,
            Commit = Commit,
            Stamp = Stamp,
            Trimmed = Trimmed,
            TrimmedStamp = TrimmedStamp,
            TrimmedCommit = TrimmedCommit,
        };
    }

    private sealed class KeyOrder : IComparer<(string Class, string Uid)>
    {
        public static readonly KeyOrder Instance = new();

        public int Compare((string Class, string Uid) x, (string Class, string Uid) y) =>
            string.CompareOrdinal(x.Class, y.Class) is not 0 and var order ? order : string.CompareOrdinal(x.Uid, y.Uid);
    }
}

/// <summary>A great many new objects that exist as a rule only; each is made when it is read.</summary>
internal sealed record MemoryBulk(ObjectClass Class, long Sequence, long Commit, int Count, DateTimeOffset Stamp, Func<Uid, long, ConnectorObject> Make)
{
    public MemoryChange At(int index)
    {
        var uid = new Uid(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"m{Sequence + index:D12}"));
        return new(MemoryChangeKind.Written, Sequence + index, Commit + index, Stamp, Stamp, Class, uid, null, Make(uid, Sequence + index), IsNew: true);
    }

    /// <summary>The index of the first object behind a uid.</summary>
    public int After(string uid)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(At(middle).Uid.Value, uid) <= 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
