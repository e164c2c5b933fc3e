using System.Diagnostics.CodeAnalysis;

namespace Sluice.TestKit;

/// <summary>
/// What a proof works with: one harness, a facade that can be opened anew, the native side, the story. Every call of somebody
/// else's code has a time limit; one that does not come back is left behind.
/// </summary>
internal sealed class LawContext : IAsyncDisposable
{
    private readonly Func<CancellationToken, Task<IConnectorHarness>> _create;
    private readonly CancellationToken _cancellation;
    private readonly TimeSpan _facadeLimit;
    private readonly List<IConnectorFacade> _opened = [];
    private ProofEndedException? _pending;

    private LawContext(Func<CancellationToken, Task<IConnectorHarness>> create, IConnectorHarness harness, ObjectClass objectClass, ContractSettings settings, StoryRecorder story, TimeSpan facadeLimit, CancellationToken cancellation)
    {
        _create = create;
        Harness = harness;
        ObjectClass = objectClass;
        Settings = settings;
        Story = story;
        _facadeLimit = facadeLimit;
        _cancellation = cancellation;
        Native = new NativeSide(this);
    }

    public IConnectorHarness Harness { get; }

    /// <summary>The class that is asked for, perhaps <c>__ALL__</c>.</summary>
    public ObjectClass ObjectClass { get; }

    /// <summary>The classes that are written.</summary>
    public IReadOnlyList<ObjectClass> Classes { get; private set; } = [];

    /// <summary>Every class that the facade syncs.</summary>
    public IReadOnlyList<ObjectClass> ServedClasses { get; private set; } = [];

    public ContractSettings Settings { get; }

    public StoryRecorder Story { get; }

    public NativeSide Native { get; }

    public IConnectorFacade Facade { get; private set; } = null!;

    public ConnectorSchema Schema { get; private set; } = null!;

    public ObjectComparison Comparison { get; private set; } = null!;

    public Face Face { get; set; }

    public CancellationToken Cancellation => _cancellation;

    public ContractDeclarations Declarations { get; private set; } = ContractDeclarations.None;

    public bool SeesDeletes => Declarations.Find(ContractWeakness.NoDeletes, ObjectClass) is null;

    public bool IsImprecise => Declarations.Find(ContractWeakness.ImpreciseTokens, ObjectClass) is not null;

    public bool RenamesInTwo => Declarations.Find(ContractWeakness.RenamesInTwoDeltas, ObjectClass) is not null;

    /// <summary>What makes a random proof tell the same story again; null where nothing is random.</summary>
    public string? Seed { get; set; }

    /// <summary>Abilities without which the last part of a proof was left out.</summary>
    public List<string> MissingAbilities { get; } = [];

    /// <summary>The law that a call which does not come back may have broken.</summary>
    public string HangSuspect { get; set; } = SyncLawIds.Slc220PageAdvances;

    /// <summary>Whether a failing harness is the proof's own affair just now.</summary>
    public bool IsForgiving { get; set; }

    /// <summary>More deltas than this, and a connector floods; the law about large backlogs raises it.</summary>
    public int Flood { get; set; } = 10_000;

    public static async Task<LawContext> OpenAsync(
        Func<CancellationToken, Task<IConnectorHarness>> create, ObjectClass objectClass, ContractSettings settings, StoryRecorder story, TimeSpan facadeLimit, CancellationToken cancellation)
    {
        var harness = await WithinAsync(
            c => new ValueTask<IConnectorHarness>(create(c)),
            settings.StepLimit,
            settings.TimeProvider,
            cancellation,
            () => Fault($"Making the harness did not come back within {settings.StepLimit.TotalSeconds:0.#} s."),
            exception => Fault($"Making the harness threw {Name(exception)}: {exception.Message}", exception)).ConfigureAwait(false);
        var context = new LawContext(create, harness ?? throw Fault("Making the harness gave null."), objectClass, settings, story, facadeLimit, cancellation);
        try
        {
            context.Declarations = harness.Declarations ?? throw Fault("The harness's declarations are null; use ContractDeclarations.None.");
            await context.OpenFacadeAsync().ConfigureAwait(false);
            context.Schema = await context.FacadeAsync("GetSchemaAsync", context.Facade.GetSchemaAsync, null).ConfigureAwait(false);
            context.Comparison = new(context.Schema);
            context.ServedClasses = [.. context.Facade.ObjectClasses.Where(served => context.Facade.Supports(served, ConnectorOperations.Sync))];
            // A connector may serve __ALL__ by itself, and no class alone.
            context.Classes = !objectClass.IsAll ? [objectClass]
                : context.ServedClasses.Count > 0 || !context.Facade.Supports(ObjectClass.All, ConnectorOperations.Sync) ? context.ServedClasses
                : [.. context.Schema.Classes.Select(info => info.ObjectClass)];
            return context;
        }
        catch
        {
            await context.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>A context of its own around another fresh native system; it goes on telling this one's story.</summary>
    public Task<LawContext> OpenAnotherAsync() => OpenAsync(_create, ObjectClass, Settings, Story, _facadeLimit, _cancellation);

    public ObjectClass ClassInTurn(int number) =>
        Classes.Count > 0 ? Classes[number % Classes.Count] : throw Broken("The facade syncs no class at all.", SyncLawIds.Slc101SupportedObjectClass);

    public ObjectClassInfo InfoOf(ObjectClass objectClass) =>
        Schema.Find(objectClass) ?? throw Broken($"The schema does not describe {objectClass}, although the facade syncs it.", suspect: SyncLawIds.Slc101SupportedObjectClass);

    public ObjectDraft Fit(ObjectDraft draft)
    {
        try
        {
            var fitted = Harness.Fit(draft);
            return fitted.ObjectClass == draft.ObjectClass && fitted.Number == draft.Number ? fitted : throw HarnessFault("Fit answered a draft of another object.");
        }
        catch (Exception exception) when (exception is not ProofEndedException)
        {
            throw HarnessFault($"Fit threw {Name(exception)}: {exception.Message}", exception);
        }
    }

    /// <summary>Ends the proof as not proven where the harness lacks an ability.</summary>
    public T Need<T>()
        where T : class => Harness as T ?? throw new ProofEndedException(LawVerdict.NotProven, $"The harness does not implement {typeof(T).Name}. {Ability.Describe(typeof(T))}", ability: typeof(T).Name);

    /// <summary>Notes on the card that a part of the proof was left out where the harness lacks an ability.</summary>
    public bool Has<T>([NotNullWhen(true)] out T? ability)
        where T : class
    {
        ability = Harness as T;
        if (ability is null && !MissingAbilities.Contains(typeof(T).Name, StringComparer.Ordinal))
            MissingAbilities.Add(typeof(T).Name);
        return ability is not null;
    }

    [DoesNotReturn]
    public static void NotApplicable(string reason) => throw new ProofEndedException(LawVerdict.NotApplicable, reason);

    public static ProofEndedException Broken(string reason, string? suspect = null, Exception? cause = null) => new(LawVerdict.Broken, reason, suspect, cause: cause);

    public ProofEndedException HarnessFault(string reason, Exception? cause = null) => Remember(Fault(reason, cause));

    public ProofEndedException Contradiction(string reason) => Remember(new(LawVerdict.HarnessFault, reason) { IsContradiction = true });

    /// <summary>Calls the harness.</summary>
    public Task<T> HarnessAsync<T>(string what, Func<CancellationToken, ValueTask<T>> call) => WithinAsync(
        call,
        Settings.StepLimit,
        Settings.TimeProvider,
        _cancellation,
        () => Remember(Fault($"{what} of the harness did not come back within {Settings.StepLimit.TotalSeconds:0.#} s.")),
        exception => exception as ProofEndedException ?? Remember(Fault($"{what} of the harness threw {Name(exception)}: {exception.Message}", exception)));

    /// <summary>Calls the harness.</summary>
    public Task HarnessAsync(string what, Func<CancellationToken, ValueTask> call) => HarnessAsync(what, async c =>
    {
        await call(c).ConfigureAwait(false);
        return true;
    });

    /// <summary>Calls the facade; whatever it throws breaks the law in question, or the suspect.</summary>
    public Task<T> FacadeAsync<T>(string what, Func<CancellationToken, ValueTask<T>> call, string? suspect) => WithinAsync(
        call,
        _facadeLimit,
        Settings.TimeProvider,
        _cancellation,
        () => Hang(what),
        exception => Threw(what, exception, suspect));

    /// <summary>A new facade onto the same native system, as after a restart of the host.</summary>
    /// <param name="keepsOld">Whether the old process lives on beside the new one; else it is gone, with the connections that it held.</param>
    public async Task RestartAsync(bool keepsOld = false)
    {
        if (!keepsOld && _opened.Remove(Facade))
            await QuietlyAsync(Facade.DisposeAsync).ConfigureAwait(false);
        await OpenFacadeAsync().ConfigureAwait(false);
        Story.Add(StoryStepKind.Restarted, "a new facade, as in a new process");

        // A facade that learns its classes from its system cannot do so while somebody waits synchronously.
        if (Face == Face.Synchronous)
            await FacadeAsync("GetSchemaAsync", Facade.GetSchemaAsync, null).ConfigureAwait(false);
    }

    public async Task<SyncPosition> LatestAsync(ObjectClass? objectClass = null)
    {
        var asked = objectClass ?? ObjectClass;
        var position = await FacadeAsync(
            "GetLatestSyncTokenAsync",
            c => Face == Face.Typed && !asked.IsAll ? TypedFace(asked).GetLatestSyncTokenAsync(null, c) : Facade.GetLatestSyncTokenAsync(asked, null, c),
            SyncLawIds.Slc901LatestMeansNow).ConfigureAwait(false);
        Story.Add(StoryStepKind.Position, $"the latest token is {position}");
        return position.Kind == SyncPositionKind.None
            ? throw Broken("The latest token is none, from which no sync can start.", SyncLawIds.Slc901LatestMeansNow)
            : position;
    }

    /// <summary>Runs a sync whose handler accepts everything, to its normal end.</summary>
    public async Task<ObservedRun> DrainAsync(SyncPosition from, OperationOptions? options = null, ObjectClass? objectClass = null)
    {
        var run = await RunAsync(from, null, options, objectClass).ConfigureAwait(false);
        return run.Exception is null ? run : throw Unexpected(run);
    }

    /// <summary>Runs a sync that is to stop at a delta, to its normal end.</summary>
    public async Task<ObservedRun> StopAtAsync(SyncPosition from, int index, SyncAnswer answer)
    {
        var run = await RunAsync(from, (_, i, _) => ValueTask.FromResult(i == index ? answer : SyncAnswer.Continue)).ConfigureAwait(false);
        return run.Exception is null ? run : throw Unexpected(run);
    }

    /// <summary>Runs a sync.</summary>
    /// <param name="from">Where to start.</param>
    /// <param name="answer">Answers each delta, given its index; null accepts all.</param>
    /// <param name="options">What is asked for.</param>
    /// <param name="objectClass">The class; the proof's own when null.</param>
    /// <param name="facade">The facade; the current one when null.</param>
    /// <param name="keeps">Whether deltas are kept.</param>
    /// <param name="limit">How long the run may take; the step's limit when null.</param>
    /// <param name="cancellation">The host's own cancellation.</param>
    /// <returns>The run, also where it threw.</returns>
    public async Task<ObservedRun> RunAsync(
        SyncPosition from,
        Func<SyncDelta, int, CancellationToken, ValueTask<SyncAnswer>>? answer = null,
        OperationOptions? options = null,
        ObjectClass? objectClass = null,
        IConnectorFacade? facade = null,
        bool keeps = true,
        TimeSpan? limit = null,
        CancellationToken cancellation = default)
    {
        var asked = objectClass ?? ObjectClass;
        Story.Add(StoryStepKind.Asked, $"sync of {asked} from {from}{(options?.AttributesToGet is { } names ? $", attributes {string.Join(", ", names)}" : "")}{(options?.PageSize is { } size ? $", page size {size}" : "")}{(Face == Face.Untyped ? "" : $", {Face} face")}");
        var observed = new ObservedRun(this, from, Flood, answer ?? ((_, _, _) => ValueTask.FromResult(SyncAnswer.Continue))) { Keeps = keeps };
        var run = new SyncRun(asked, from, options);
        var cancel = CancellationTokenSource.CreateLinkedTokenSource(_cancellation, cancellation);
        var work = Task.Run(() => StartAsync(facade ?? Facade, run, observed, cancel.Token), CancellationToken.None);
        var patience = limit ?? _facadeLimit;
        try
        {
            var first = await Task.WhenAny(work, observed.Flooded).WaitAsync(patience, Settings.TimeProvider, _cancellation).ConfigureAwait(false);
            if (first != work)
            {
                LeaveBehind(work, cancel);
                throw Remember(Broken(
                    observed.CallsAfterStop > 0
                        ? $"The handler was called {observed.CallsAfterStop} times after it had said stop."
                        : $"The run delivered more than {Flood} deltas, far more than there are changes; it does not seem to end.",
                    observed.CallsAfterStop > 0 ? SyncLawIds.Slc301UseHandlerAnswer : SyncLawIds.Slc220PageAdvances));
            }
        }
        catch (TimeoutException)
        {
            LeaveBehind(work, cancel);
            throw Remember(Hang($"the sync of {asked} from {from}"));
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            LeaveBehind(work, cancel);
            throw;
        }

        try
        {
            var result = await work.ConfigureAwait(false);
            observed.Returned(result, null, result.Position);
            Story.Add(StoryStepKind.Position, $"{result.Outcome}, position {result.Position}");
        }
        catch (Exception exception)
        {
            observed.Returned(null, exception, run.Position);
            Story.Add(StoryStepKind.Threw, $"{Name(exception)}: {exception.Message}");
            Story.Add(StoryStepKind.Position, $"after the exception: {run.Position}");
        }

        cancel.Dispose();
        if (_pending is not null)
            throw _pending;
        return observed;
    }

    /// <summary>What an exception that a run should not have thrown says.</summary>
    public static ProofEndedException Unexpected(ObservedRun run) => Threw(
        $"The sync from {run.From}",
        run.Exception!,
        run.From.Kind == SyncPositionKind.Beginning ? SyncLawIds.Slc211NullableToken : SyncLawIds.Slc205DeltaCarriesToken);

    /// <summary>Ends the proof where a mirror is not what the source holds.</summary>
    public async Task ConvergedAsync(Mirror mirror, string when, string? suspect = null)
    {
        var wrong = Differences(mirror, await Native.TruthAsync().ConfigureAwait(false));
        if (wrong.Count == 0)
            return;
        foreach (var step in wrong)
            Story.Add(step.Kind, step.Text);
        throw Broken($"{when}, the host does not hold what the source holds: {Count(wrong)}.", suspect);
    }

    /// <summary>The same, where deletes are not the point: a host that only has too much was never told of them (SLC905).</summary>
    public async Task ConvergedDeletesAsideAsync(Mirror mirror, string when)
    {
        var wrong = Differences(mirror, await Native.TruthAsync().ConfigureAwait(false));
        await ConvergedAsync(mirror, when, wrong.Count > 0 && wrong.All(step => step.Kind == StoryStepKind.TooMuch) ? SyncLawIds.Slc905DeletesAreSeen : null).ConfigureAwait(false);
    }

    /// <summary>What a mirror lacks, has too much, or has otherwise.</summary>
    public IReadOnlyList<StoryStep> Differences(Mirror mirror, Mirror truth)
    {
        var steps = new List<StoryStep>();
        foreach (var (key, item) in truth.Objects)
        {
            if (!mirror.Objects.TryGetValue(key, out var found))
                steps.Add(new(StoryStepKind.Missing, $"{key.Class} uid '{key.Uid}' name '{item.Name}'"));
            else if (Comparison.Differences(found, item) is { Count: > 0 } differences)
                steps.Add(new(StoryStepKind.Different, $"{key.Class} uid '{key.Uid}': {string.Join("; ", differences)}"));
        }

        foreach (var (key, item) in mirror.Objects)
        {
            if (!truth.Objects.ContainsKey(key) && SeesDeletes)
                steps.Add(new(StoryStepKind.TooMuch, $"{key.Class} uid '{key.Uid}' name '{item.Name}'"));
        }

        return steps;
    }

    /// <summary>A delta in a line; values of attributes stay out.</summary>
    public static string Show(SyncDelta delta) =>
        $"{delta.Type} {delta.ObjectClass} uid '{delta.Uid}'{(delta.PreviousUid is { } previous ? $" (before '{previous}')" : "")}{(delta.Object is { } changed ? $" name '{changed.Name}'" : "")}, token {delta.Token}";

    public static string Name(Exception exception) => exception.GetType().Name;

    public TypedFace TypedFace(ObjectClass objectClass) =>
        (Harness as IOpensTypedFaces)?.TypedFaceOf(Facade, objectClass) ?? throw HarnessFault($"The typed face of {objectClass} was there before and is gone.");

    public IReadOnlyList<Face> Faces()
    {
        var faces = new List<Face> { Face.Untyped };
        if (!ObjectClass.IsAll && (Harness as IOpensTypedFaces)?.TypedFaceOf(Facade, ObjectClass) is not null)
            faces.Add(Face.Typed);
        if (Facade.Supports(ObjectClass, ConnectorOperations.SynchronousSync))
            faces.Add(Face.Synchronous);
        return faces;
    }

    /// <summary>Notes and throws after the run what happened inside a handler, where a connector might swallow it.</summary>
    public ProofEndedException Remember(ProofEndedException ended)
    {
        if (!(IsForgiving && ended.Verdict == LawVerdict.HarnessFault))
            _pending ??= ended;
        return ended;
    }

    public async ValueTask DisposeAsync()
    {
        await Native.ReleaseAsync().ConfigureAwait(false);
        foreach (var facade in _opened)
            await QuietlyAsync(facade.DisposeAsync).ConfigureAwait(false);
        await QuietlyAsync(Harness.DisposeAsync).ConfigureAwait(false);
    }

    private static string Count(IReadOnlyList<StoryStep> wrong) => string.Join(", ", wrong.GroupBy(step => step.Kind).Select(group => group.Key switch
    {
        StoryStepKind.Missing => $"{group.Count()} missing",
        StoryStepKind.TooMuch => $"{group.Count()} too much",
        _ => $"{group.Count()} different",
    }));

    private static ProofEndedException Fault(string reason, Exception? cause = null) => new(LawVerdict.HarnessFault, reason, cause: cause);

    private ProofEndedException Hang(string what)
    {
        Story.Add(StoryStepKind.Note, $"hang: {what} did not come back");
        return new ProofEndedException(LawVerdict.Broken, $"Hang: {what} did not come back within {_facadeLimit.TotalSeconds:0.#} s.", HangSuspect) { IsHang = true };
    }

    private static ProofEndedException Threw(string what, Exception exception, string? suspect)
    {
        if (exception is ProofEndedException ended)
            return ended;
        return exception is SyncLawException { LawId: { } lawId }
            ? new ProofEndedException(LawVerdict.Broken, $"{what} ended in the facade's guard: {exception.Message}", lawId, cause: exception) { IsCertain = true }
            : Broken($"{what} threw {Name(exception)}: {exception.Message}", suspect, exception);
    }

    private async Task<SyncResult> StartAsync(IConnectorFacade facade, SyncRun run, ObservedRun observed, CancellationToken cancellation) => Face switch
    {
        Face.Synchronous => facade.Sync(run, observed, cancellation),
        Face.Typed when !run.ObjectClass.IsAll && ReferenceEquals(facade, Facade) => await TypedFace(run.ObjectClass).SyncAsync(run, observed, cancellation).ConfigureAwait(false),
        _ => await facade.SyncAsync(run, (IAsyncSyncHandler)observed, cancellation).ConfigureAwait(false),
    };

    private async Task OpenFacadeAsync()
    {
        Facade = await HarnessAsync("OpenAsync", Harness.OpenAsync).ConfigureAwait(false) ?? throw HarnessFault("OpenAsync gave null.");
        _opened.Add(Facade);
    }

    /// <summary>Disposes what a proof leaves open; what fails at it is told, and hides nothing.</summary>
    public async Task QuietlyAsync(Func<ValueTask> dispose)
    {
        try
        {
            await Task.Run(() => dispose().AsTask(), CancellationToken.None).WaitAsync(_facadeLimit, Settings.TimeProvider, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Story.Add(StoryStepKind.Note, $"disposing failed: {Name(exception)}: {exception.Message}");
        }
    }

    private static async Task<T> WithinAsync<T>(
        Func<CancellationToken, ValueTask<T>> call,
        TimeSpan limit,
        TimeProvider time,
        CancellationToken cancellation,
        Func<Exception> late,
        Func<Exception, Exception> threw)
    {
        var cancel = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var work = Task.Run(() => call(cancel.Token).AsTask(), CancellationToken.None);
        try
        {
            var result = await work.WaitAsync(limit, time, cancellation).ConfigureAwait(false);
            cancel.Dispose();
            return result;
        }
        catch (TimeoutException) when (!work.IsCompleted)
        {
            LeaveBehind(work, cancel);
            throw late();
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            LeaveBehind(work, cancel);
            throw;
        }
        catch (Exception exception)
        {
            throw threw(exception);
        }
    }

    /// <summary>The same for work whose result is of no use when it comes late, but must not stay open.</summary>
    private static void LeaveBehind<T>(Task<T> work, CancellationTokenSource cancel)
    {
        LeaveBehind((Task)work, cancel);
        _ = DisposeLateAsync();

        async Task DisposeLateAsync()
        {
            try
            {
                if (await work.ConfigureAwait(false) is IAsyncDisposable disposable)
                    await disposable.DisposeAsync().ConfigureAwait(false);
            }
            catch (Exception)
            {
                // Nobody waits for it any more.
            }
        }
    }

    /// <summary>Asks work to end and waits no longer; it may never end, so what it used is not disposed.</summary>
    private static void LeaveBehind(Task work, CancellationTokenSource cancel)
    {
        _ = Task.Run(cancel.Cancel, CancellationToken.None);
        _ = work.ContinueWith(static left => left.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }
}
