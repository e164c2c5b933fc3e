namespace Sluice.TestKit;

/// <summary>The kit's hand on the native side: it writes through the harness, tells the story, and remembers what it wrote.</summary>
internal sealed class NativeSide(LawContext context)
{
    // One of so many has other values, unless there are none to change.
    private const int MostRevisions = 4;

    private readonly List<IHeldWrite> _held = [];
    private readonly List<NativeObject> _objects = [];
    private int _number;

    public IReadOnlyList<NativeObject> Objects => _objects;

    public IEnumerable<NativeObject> Live => _objects.Where(item => item.IsLive);

    private IConnectorHarness Harness => context.Harness;

    /// <summary>Writes new objects, in turn into each class that the proof is about.</summary>
    public async Task<IReadOnlyList<NativeObject>> CreateAsync(int count)
    {
        var created = new List<NativeObject>(count);
        for (var i = 0; i < count; i++)
            created.Add(await CreateAsync(context.ClassInTurn(_number)).ConfigureAwait(false));
        return created;
    }

    public Task<NativeObject> CreateAsync(ObjectClass? objectClass = null) => CreateAsync(Draft(objectClass));

    public async Task<NativeObject> CreateAsync(ObjectDraft draft)
    {
        var item = new NativeObject(draft, await context.HarnessAsync("CreateAsync", c => Harness.CreateAsync(draft, c)).ConfigureAwait(false));
        context.Story.Add(StoryStepKind.Wrote, $"create {item}");
        _objects.Add(item);
        return item;
    }

    public ObjectDraft Draft(ObjectClass? objectClass = null)
    {
        var info = context.InfoOf(objectClass ?? context.ClassInTurn(_number));
        return context.Fit(Drafts.Make(info, ++_number, 0, 0));
    }

    public async Task<IReadOnlyList<NativeObject>> CreateTogetherAsync(IWritesTogether harness, int count)
    {
        var objectClass = context.ClassInTurn(_number);
        var drafts = Enumerable.Range(0, count).Select(_ => Draft(objectClass)).ToList();
        var uids = await context.HarnessAsync("CreateTogetherAsync", c => harness.CreateTogetherAsync(drafts, c)).ConfigureAwait(false);
        if (uids.Count != drafts.Count)
            throw context.HarnessFault($"CreateTogetherAsync was given {drafts.Count} drafts and answered {uids.Count} uids.");
        var created = drafts.Select((draft, index) => new NativeObject(draft, uids[index])).ToList();
        context.Story.Add(StoryStepKind.Wrote, $"create at one stroke: {string.Join("; ", created)}");
        _objects.AddRange(created);
        return created;
    }

    public async Task<HeldCreate> HoldCreateAsync(IHoldsTransactions harness)
    {
        var draft = Draft();
        var held = await context.HarnessAsync("HoldCreateAsync", c => harness.HoldCreateAsync(draft, c)).ConfigureAwait(false);
        context.Story.Add(StoryStepKind.Wrote, $"create {draft.ObjectClass} uid '{held.Uid}' in a transaction that stays open");
        _held.Add(held);
        return new(held, draft);
    }

    public async Task<NativeObject> CommitAsync(HeldCreate held)
    {
        await context.HarnessAsync("CommitAsync", held.Write.CommitAsync).ConfigureAwait(false);
        var item = new NativeObject(held.Draft, held.Write.Uid);
        context.Story.Add(StoryStepKind.Wrote, $"commit the open transaction of {item}");
        _objects.Add(item);
        await EndAsync(held).ConfigureAwait(false);
        return item;
    }

    public async Task RollBackAsync(HeldCreate held)
    {
        await EndAsync(held).ConfigureAwait(false);
        context.Story.Add(StoryStepKind.Wrote, $"roll back the creation of uid '{held.Write.Uid}'");
    }

    /// <summary>Ends the transactions that a proof left open when it found something.</summary>
    public async Task ReleaseAsync()
    {
        foreach (var held in _held)
            await context.QuietlyAsync(held.DisposeAsync).ConfigureAwait(false);
        _held.Clear();
    }

    /// <summary>Changes attributes, not the name; only where a class has nothing else that can be changed, the name: a write of the same is no change.</summary>
    public Task ChangeAsync(NativeObject item)
    {
        for (var attempt = 0; attempt < MostRevisions; attempt++)
        {
            item.Revision++;
            var draft = Draft(item);
            if (context.Comparison.Differences(draft.ToObject(item.Uid), item.Draft.ToObject(item.Uid)).Count > 0)
                return WriteAsync(item, draft, "change");
        }

        return RenameAsync(item);
    }

    /// <summary>Changes the name, and with it the uid where that depends on it.</summary>
    public Task RenameAsync(NativeObject item)
    {
        item.Renames++;
        return WriteAsync(item, Draft(item), "rename");
    }

    public async Task WriteAsync(NativeObject item, ObjectDraft draft, string verb)
    {
        var uid = await context.HarnessAsync("ChangeAsync", c => Harness.ChangeAsync(item.Uid, draft, c)).ConfigureAwait(false);
        var renamed = uid != item.Uid ? $", uid '{item.Uid}' before" : "";
        item.Uid = uid;
        item.Draft = draft;
        context.Story.Add(StoryStepKind.Wrote, $"{verb} {item}{renamed}");
    }

    public async Task DeleteAsync(NativeObject item)
    {
        await context.HarnessAsync("DeleteAsync", c => Harness.DeleteAsync(item.ObjectClass, item.Uid, c)).ConfigureAwait(false);
        item.IsLive = false;
        context.Story.Add(StoryStepKind.Wrote, $"delete {item}");
    }

    /// <summary>Writes a deleted object again, under its old name and, where the writer chooses it, its old uid.</summary>
    public async Task RecreateAsync(NativeObject item)
    {
        item.Revision++;
        var draft = Draft(item);
        item.Uid = await context.HarnessAsync("CreateAsync", c => Harness.CreateAsync(draft, c)).ConfigureAwait(false);
        item.Draft = draft;
        item.IsLive = true;
        context.Story.Add(StoryStepKind.Wrote, $"create again {item}");
    }

    /// <summary>Does not vouch for an object any more: the source keeps it otherwise than it was written.</summary>
    public void Forget(NativeObject item) => _objects.Remove(item);

    public async Task MoveOutOfScopeAsync(IMovesOutOfScope harness, NativeObject item)
    {
        await context.HarnessAsync("MoveOutOfScopeAsync", c => harness.MoveOutOfScopeAsync(item.ObjectClass, item.Uid, c)).ConfigureAwait(false);
        item.IsLive = false;
        context.Story.Add(StoryStepKind.Wrote, $"move out of scope {item}");
    }

    /// <summary>Takes back what the kit remembers, after the source was set back.</summary>
    public Action Remember()
    {
        var kept = _objects.Select(item => (item, item.Uid, item.Draft, item.IsLive)).ToList();
        return () =>
        {
            _objects.Clear();
            foreach (var (item, uid, draft, isLive) in kept)
            {
                (item.Uid, item.Draft, item.IsLive) = (uid, draft, isLive);
                _objects.Add(item);
            }
        };
    }

    /// <summary>What the source holds, of every class that the proof is about; a harness that contradicts itself is found out here.</summary>
    public async Task<Mirror> TruthAsync()
    {
        var truth = new List<ConnectorObject>();
        foreach (var objectClass in context.Classes)
        {
            foreach (var item in await context.HarnessAsync("ReadAsync", c => Harness.ReadAsync(objectClass, c)).ConfigureAwait(false))
            {
                if (item.ObjectClass != objectClass)
                    throw context.Contradiction($"ReadAsync was asked for {objectClass} and answered {item}.");
                truth.Add(item);
            }
        }

        // What a law wrote beside its own classes was not asked for.
        var mirror = Mirror.Of(truth);
        foreach (var item in _objects.Where(item => context.Classes.Contains(item.ObjectClass)))
        {
            var isThere = mirror.Objects.TryGetValue((item.ObjectClass, item.Uid), out var found);
            if (item.IsLive && !isThere)
                throw context.Contradiction($"The harness was told to write {item}, but ReadAsync does not tell it.");
            if (item.IsLive && !string.Equals(found!.Name.Value, item.Draft.Name.Value, StringComparison.Ordinal))
                throw context.Contradiction($"The harness was told to write {item}, but ReadAsync tells it by the name '{found.Name}'.");
            if (!item.IsLive && isThere && !_objects.Exists(other => other.IsLive && other.ObjectClass == item.ObjectClass && other.Uid == item.Uid))
                throw context.Contradiction($"The harness was told to delete {item}, but ReadAsync still tells it.");
        }

        return mirror;
    }

    private Task EndAsync(HeldCreate held)
    {
        _held.Remove(held.Write);
        return context.HarnessAsync("DisposeAsync of the held write", _ => held.Write.DisposeAsync());
    }

    private ObjectDraft Draft(NativeObject item) => context.Fit(Drafts.Make(context.InfoOf(item.ObjectClass), item.Draft.Number, item.Revision, item.Renames));
}
