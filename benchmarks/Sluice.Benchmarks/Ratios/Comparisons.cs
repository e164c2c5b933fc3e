using Sluice.Benchmarks.FrameworkLike;

namespace Sluice.Benchmarks;

/// <summary>What is held to a ratio, one row each.</summary>
public static class Comparisons
{
    private const int Deltas = 1_000;
    private const int Mirrored = 2_000;
    private const int SmallProject = 100;

    // A delta, its connector object and the array of eight values.
    private const int BuiltDelta = 72 + 32 + 88;
    private static readonly OperationOptions Three = new() { AttributesToGet = Subjects.Three };

    public static IReadOnlyList<Comparison> All { get; } =
    [
        // A delta, synchronous.
        PerDelta("iterator", "one delta of a synchronous iterator", runs => runs.Iterator(), runs => runs.IteratorByHand(), goal: 1.3, gate: 1.9),
        PerDelta("page", "one delta of a page", runs => runs.Page(), runs => runs.PageByHand(), goal: 1.3, gate: 1.9),
        PerDelta("handler", "one delta of a handler-shaped sync", runs => runs.Handler(), runs => runs.HandlerByHand(), goal: 1.3, gate: 1.9),
        PerDelta("untyped-iterator", "one untyped delta of a synchronous iterator", runs => runs.UntypedIterator(), runs => runs.UntypedIteratorByHand(), goal: 1.3, gate: 1.9),
        PerDelta("iterator-floor", "one delta of a synchronous iterator, against a bare interface call", runs => runs.Iterator(), runs => runs.CallPerDelta(), goal: 10, gate: 16),
        PerDelta("untyped-floor", "one untyped delta, against a bare interface call", runs => runs.UntypedIterator(), runs => runs.CallPerUntypedDelta(), goal: 10, gate: 16),

        // A delta, asynchronous.
        PerDelta("async-iterator", "one delta of an asynchronous iterator", runs => Done(runs.AsyncIteratorAsync()), runs => Done(runs.AsyncIteratorByHandAsync()), goal: 1.2, gate: 1.8),
        PerDelta("async-untyped", "one untyped delta of an asynchronous iterator", runs => Done(runs.UntypedAsyncIteratorAsync()), runs => Done(runs.UntypedAsyncIteratorByHandAsync()), goal: 1.2, gate: 1.8),
        PerDelta("async-page", "one delta of an asynchronous page", runs => Done(runs.AsyncPageAsync()), runs => Done(runs.AsyncPageByHandAsync()), goal: 1.2, gate: 1.8),
        PerDelta("async-handler", "one delta of an asynchronous handler-shaped sync", runs => Done(runs.AsyncHandlerAsync()), runs => Done(runs.AsyncHandlerByHandAsync()), goal: 1.2, gate: 1.8),
        PerDelta("mixed", "one delta of a synchronous iterator to an asynchronous handler", runs => Done(runs.IteratorAsync()), runs => Done(runs.IteratorByHandAsync()), goal: 1.2, gate: 1.8),

        // Building and reading.
        Mapping("build", "one untyped delta of 8 attributes built from the annotated object", ways => ways.Delta(), ways => ways.DeltaByHand(), goal: 2.5, gate: 3.5, BuiltDelta),
        Mapping("build-three", "3 of 8 attributes, against all 8", ways => ways.Three(), ways => ways.All(), goal: 1, gate: 1.2, 32 + 48),
        Mapping("back", "8 attributes back to the annotated object", ways => ways.Back(), ways => ways.BackByHand(), goal: 10, gate: 15, 80 + 32),
        Reading("read-by-slot", "6 attributes by slot, against an array", ways => ways.BySlot(), ways => ways.BySlotByHand(), goal: 1.2, gate: 1.8),
        Reading("read-by-name", "6 attributes by name, against a plain search", ways => ways.ByName(), ways => ways.ByNameByHand(), goal: 1.2, gate: 1.8),
        Reading("read-by-copied-name", "6 attributes by names that are no literals, against a plain search", ways => ways.ByCopiedName(), ways => ways.ByCopiedNameByHand(), goal: 1.2, gate: 1.8),

        // A call.
        PerCall("call", "one call with one delta", runs => runs.Iterator(), runs => runs.IteratorByHand(), goal: 5, gate: 8, bytes: 450, "100 ns"),
        PerCall("async-call", "one asynchronous call with one delta", runs => Done(runs.AsyncIteratorAsync()), runs => Done(runs.AsyncIteratorByHandAsync()), goal: 5, gate: 8, bytes: 500, "300 ns, 500 B"),
        PerCall("latest", "one latest token, against the connector's method", runs => runs.Latest(), runs => runs.LatestByHand(), goal: 25, gate: 40, bytes: 0, "50 ns more, 0 B"),
        PerCall("new-facade", "one new facade, against a run by hand", runs => runs.NewFacade(), runs => runs.IteratorByHand(), goal: 10, gate: 20, bytes: 2_048, "2,000 ns, 2 KB"),

        // From database to database.
        EndToEnd("end-to-end", "one change mirrored from database to database, against a loop over the reader", mirroring => mirroring.Typed()),
        EndToEnd("end-to-end-untyped", "the same through untyped objects", mirroring => mirroring.Untyped()),

        // The generators while one types.
        UnrelatedEdit("unrelated-edit", 1_000),
        UnrelatedEdit("unrelated-edit-small", SmallProject),

        // What the frameworks of the field do for each delta that they build.
        PerDelta(
            "framework",
            "one delta built and delivered, against a framework-like facade without its buffer",
            runs => runs.Mapped(),
            FrameworkRun(null),
            goal: 0.25,
            gate: 0.5,
            BuiltDelta),
        PerDelta(
            "framework-three",
            "one delta of 3 of 8 attributes built and delivered, against a framework-like facade without its buffer",
            runs => runs.Mapped(Three),
            FrameworkRun(Subjects.Three),
            goal: 0.2,
            gate: 0.4,
            72 + 32 + 48),
    ];

    private static Comparison PerDelta(string name, string operation, Action<FacadeRuns> subject, Action<FacadeRuns> baseline, double goal, double gate, double bytes = 0) =>
        new(name, operation, () => Ways(new FacadeRuns(Deltas), subject, baseline, Deltas), goal, gate, bytes);

    private static Comparison PerCall(string name, string operation, Action<FacadeRuns> subject, Action<FacadeRuns> baseline, double goal, double gate, double bytes, string goalInWords) =>
        new(name, operation, () => Ways(new FacadeRuns(1), subject, baseline, 1), goal, gate, bytes) { IsExact = false, GoalInWords = goalInWords };

    private static Comparison Mapping(string name, string operation, Func<MappingWays, object> subject, Func<MappingWays, object> baseline, double goal, double gate, double bytes) =>
        new(name, operation, () => Ways(MappingWays.Of(Subjects.Usual), ways => Kept(subject(ways)), ways => Kept(baseline(ways)), 1), goal, gate, bytes);

    private static Comparison Reading(string name, string operation, Func<ReadingWays, int> subject, Func<ReadingWays, int> baseline, double goal, double gate) =>
        new(name, operation, () => Ways(new ReadingWays(), ways => subject(ways), ways => baseline(ways), ReadingWays.Objects), goal, gate);

    private static Comparison EndToEnd(string name, string operation, Action<Mirroring> subject) =>
        new(name, operation, () => Ways(new Mirroring(new PeopleDatabase(Mirrored)), subject, mirroring => mirroring.ByHand(), Mirrored), Goal: 1.25, Gate: 1.6, Bytes: null) { MostRounds = 25 };

    private static Comparison UnrelatedEdit(string name, int connectors) => new(
        name,
        $"the generators after an unrelated edit with {connectors} connectors, against a walk over the same symbols",
        () => Ways(new WarmProject(connectors), warm => warm.Generate(warm.Project.EditUnrelated()), warm => warm.Walk(warm.Project.EditUnrelated()), 1),
        Goal: 3,
        Gate: 4,
        Bytes: null)
    {
        MostRounds = 25,
        IsGated = connectors == SmallProject,
    };

    private static (Way Subject, Way Baseline) Ways<TContext>(TContext context, Action<TContext> subject, Action<TContext> baseline, int operations) =>
        (new("Sluice", () => subject(context), operations), new("baseline", () => baseline(context), operations));

    private static Action<FacadeRuns> FrameworkRun(IReadOnlyCollection<string>? attributesToGet)
    {
        return runs => ReflectingProxy.Around(new FilteringFacade(new FrameworkConnector(runs.Deltas, builds: true))).Sync("__ACCOUNT__", null, static _ => true, attributesToGet);
    }

    private static void Done<TResult>(ValueTask<TResult> call) => FacadeRuns.Completed(call);

    private static object? _kept;

    // What is built must be seen by somebody, or it need not be built.
    private static void Kept(object built) => Volatile.Write(ref _kept, built);
}
