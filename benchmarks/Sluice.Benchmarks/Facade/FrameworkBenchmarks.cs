using BenchmarkDotNet.Attributes;
using Sluice.Benchmarks.FrameworkLike;

namespace Sluice.Benchmarks;

/// <summary>
/// Untyped deltas with 8 attributes, built in the connector: through our facade, and through one built as the frameworks of the
/// field are: a reflection proxy, a buffer with a second thread, a filter that copies each object.
/// </summary>
public class FrameworkBenchmarks
{
    private static readonly OperationOptions Three = new() { AttributesToGet = Subjects.Three };
    private FacadeRuns _runs = null!;
    private IFrameworkFacade _ready = null!;
    private IFrameworkFacade _bare = null!;
    private IFrameworkFacade _reflecting = null!;
    private IFrameworkFacade _filtering = null!;
    private IFrameworkFacade _buffering = null!;
    private IFrameworkFacade _all = null!;
    private long _seen;

    [ParamsSource(nameof(Counts))]
    public int Deltas { get; set; }

    public static IEnumerable<int> Counts => Sizes.Deltas;

    [GlobalSetup]
    public void Prepare()
    {
        _runs = new(Deltas);
        _ready = ReflectingProxy.Around(new FrameworkConnector(_runs.Deltas, builds: false));
        _bare = new FrameworkConnector(_runs.Deltas, builds: true);
        _reflecting = ReflectingProxy.Around(_bare);
        _filtering = ReflectingProxy.Around(new FilteringFacade(_bare));
        _buffering = ReflectingProxy.Around(new BufferingFacade(_bare));
        _all = ReflectingProxy.Around(new FilteringFacade(new BufferingFacade(_bare)));
    }

    [Benchmark(Baseline = true, Description = "Sluice, all attributes")]
    public SyncResult Sluice() => _runs.Mapped();

    [Benchmark(Description = "Sluice, 3 of 8 attributes")]
    public SyncResult SluiceThree() => _runs.Mapped(Three);

    [Benchmark(Description = "framework-like: proxy, deltas ready")]
    public long Ready() => Run(_ready, null);

    [Benchmark(Description = "framework-like: no proxy")]
    public long Bare() => Run(_bare, null);

    [Benchmark(Description = "framework-like: proxy")]
    public long Reflecting() => Run(_reflecting, null);

    [Benchmark(Description = "framework-like: proxy, filter, 3 of 8")]
    public long Filtering() => Run(_filtering, Subjects.Three);

    [Benchmark(Description = "framework-like: proxy, buffer")]
    public long Buffering() => Run(_buffering, null);

    [Benchmark(Description = "framework-like: proxy, buffer, filter, 3 of 8")]
    public long All() => Run(_all, Subjects.Three);

    private long Run(IFrameworkFacade facade, IReadOnlyCollection<string>? attributesToGet)
    {
        facade.Sync("__ACCOUNT__", null, Count, attributesToGet);
        return _seen;

        bool Count(FrameworkDelta delta)
        {
            _seen++;
            return true;
        }
    }
}
