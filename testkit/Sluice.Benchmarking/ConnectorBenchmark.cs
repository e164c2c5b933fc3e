using BenchmarkDotNet.Attributes;
using Sluice.TestKit;

namespace Sluice.Benchmarking;

/// <summary>
/// The benchmarks of a connector against its own system, as BenchmarkDotNet runs them: derive, and make the harness that the contract
/// tests already have. Before anything is measured so many objects are written, and one run shows that so many deltas come.
/// </summary>
/// <typeparam name="THarness">The harness.</typeparam>
[Config(typeof(ConnectorBenchmarkConfig))]
public abstract class ConnectorBenchmark<THarness>
    where THarness : class, IConnectorHarness
{
    private THarness? _harness;
    private IConnectorFacade? _facade;

    /// <summary>How many deltas a run from the beginning delivers; BenchmarkDotNet sets it.</summary>
    [ParamsSource(nameof(Backlogs))]
    public int Deltas { get; set; }

    /// <summary>The numbers of deltas to measure with.</summary>
    public virtual IEnumerable<int> Backlogs => [1_000, 10_000];

    /// <summary>The object class whose sync is measured.</summary>
    protected virtual ObjectClass ObjectClass => ObjectClass.Account;

    /// <summary>After how many deltas a run is stopped and resumed by another one.</summary>
    protected virtual int StopAfter => 100;

    /// <summary>Makes a fresh native system and the harness around it.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    protected abstract Task<THarness> CreateAsync(CancellationToken cancellation);

    /// <summary>
    /// Writes the objects whose changes are measured: at one stroke where the harness <see cref="IWritesMany"/>, else one by one, with
    /// content made from the schema.
    /// </summary>
    /// <param name="harness">The harness.</param>
    /// <param name="facade">A facade onto it, which knows the schema.</param>
    /// <param name="count">How many objects.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="NotSupportedException">The schema does not describe the class, so that nothing can be made from it.</exception>
    protected virtual async Task WriteAsync(THarness harness, IConnectorFacade facade, int count, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(facade);
        if (harness is IWritesMany many)
        {
            await many.WriteManyAsync(ObjectClass, count, cancellation).ConfigureAwait(false);
            return;
        }

        var schema = await facade.GetSchemaAsync(cancellation).ConfigureAwait(false);
        var info = schema.Find(ObjectClass)
            ?? throw new NotSupportedException($"The connector's schema does not describe {ObjectClass}, so that no objects can be made from it: implement {nameof(IWritesMany)} in the harness, or override {nameof(WriteAsync)}.");
        for (var number = 1; number <= count; number++)
            await harness.CreateAsync(harness.Fit(Drafts.Make(info, number, revision: 0, renames: 0)), cancellation).ConfigureAwait(false);
    }

    /// <summary>Makes the system, writes the objects, and runs once.</summary>
    /// <exception cref="InvalidOperationException">Another number of deltas comes than was asked for.</exception>
    [GlobalSetup]
    public async Task PrepareAsync()
    {
        _harness = await CreateAsync(CancellationToken.None).ConfigureAwait(false);
        _facade = await _harness.OpenAsync(CancellationToken.None).ConfigureAwait(false);
        await WriteAsync(_harness, _facade, Deltas, CancellationToken.None).ConfigureAwait(false);
        var result = await WholeRun().ConfigureAwait(false);
        if (result.Acknowledged != Deltas)
        {
            throw new InvalidOperationException(
                $"{Deltas} objects of {ObjectClass} were written and a run from the beginning delivered {result.Acknowledged} deltas, so that nothing could be said per delta. Override {nameof(WriteAsync)} so that as many deltas come as it is asked for.");
        }
    }

    /// <summary>Disposes the facade and the harness.</summary>
    [GlobalCleanup]
    public async Task CleanUpAsync()
    {
        if (_facade is not null)
            await _facade.DisposeAsync().ConfigureAwait(false);
        if (_harness is not null)
            await _harness.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>A run from the beginning to the end.</summary>
    [Benchmark(Baseline = true, Description = "whole run")]
    public ValueTask<SyncResult> WholeRun() => Opened.SyncAsync(From(SyncPosition.Beginning), new CountingHandler(long.MaxValue));

    /// <summary>A new facade, and a run that stops at its first delta.</summary>
    [Benchmark(Description = "first delta")]
    public async Task<SyncResult> FirstDelta()
    {
        var facade = await _harness!.OpenAsync(CancellationToken.None).ConfigureAwait(false);
        await using (facade.ConfigureAwait(false))
            return await facade.SyncAsync(From(SyncPosition.Beginning), new CountingHandler(1)).ConfigureAwait(false);
    }

    /// <summary>The same deltas in slices, each a run of its own from the position of the one before.</summary>
    /// <exception cref="InvalidOperationException">The slices do not bring every delta.</exception>
    [Benchmark(Description = "stop and resume")]
    public async Task<long> StopAndResume()
    {
        var position = SyncPosition.Beginning;
        long acknowledged = 0;
        SyncResult result;
        do
        {
            result = await Opened.SyncAsync(From(position), new CountingHandler(StopAfter)).ConfigureAwait(false);
            if (result.Outcome == SyncOutcome.Stopped && result.Position == position)
                throw new InvalidOperationException($"A run stopped after {StopAfter} deltas at the position that it started from; a token group of {ObjectClass} is larger, so choose a greater {nameof(StopAfter)}.");
            position = result.Position;
            acknowledged += result.Acknowledged;
        }
        while (result.Outcome == SyncOutcome.Stopped);

        // A group may be repeated, but nothing is lost.
        return acknowledged >= Deltas ? acknowledged : throw new InvalidOperationException($"The slices brought {acknowledged} of {Deltas} deltas.");
    }

    /// <summary>The latest token.</summary>
    [Benchmark(Description = "latest token")]
    public ValueTask<SyncPosition> LatestToken() => Opened.GetLatestSyncTokenAsync(ObjectClass);

    private IConnectorFacade Opened => _facade ?? throw new InvalidOperationException($"{nameof(PrepareAsync)} has not run.");

    private SyncRun From(SyncPosition position) => new(ObjectClass, position);
}
