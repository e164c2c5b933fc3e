using Quickstart;

namespace Sluice.Quickstart.Tests;

/// <summary>The position in the mirror's file is never ahead of the objects, wherever a run is cut and however tokens are shared.</summary>
public class MirrorStoreTests
{
    private const int Deltas = MirrorStore.BatchSize + 12;
    private static readonly ObjectClass Things = ObjectClass.Of("thing");
    private DataFolder _folder = null!;

    public enum Cut
    {
        AcceptAndStop,
        RejectAndStop,
        Throw,
    }

    [SetUp]
    public void Create() => _folder = new DataFolder();

    [TearDown]
    public void Delete() => _folder.Dispose();

    [Test]
    public async Task CutAtEveryIndexAndResumed([Values(1, 7, Deltas)] int groupSize, [Values] Cut cut)
    {
        var expected = Enumerable.Range(0, Deltas).Where(i => i % 5 != 4 && (i % 5 != 3 || i == Deltas - 1)).Select(i => $"t{i}").Order(StringComparer.Ordinal).ToList();
        await using var connector = BatchConnector.CreateFacade(new BatchConfiguration { Deltas = Deltas, GroupSize = groupSize });
        for (var index = 0; index < Deltas; index++)
        {
            var path = Path.Combine(_folder.Path, $"mirror-{index}.db");
            using (var mirror = new MirrorStore(path))
            {
                await mirror.LoadAsync(connector, Things, progress: null, CancellationToken.None);
                await CutAsync(mirror, connector, index, cut);
            }

            // Another process: it knows what is in the file, nothing else.
            using (var mirror = new MirrorStore(path))
            {
                var whole = mirror.Position(Things).Token is { } token ? token.AsInt32() * groupSize : 0;
                var done = cut == Cut.AcceptAndStop ? index + 1 : index;
                Assert.That(whole, Is.EqualTo(done == Deltas ? (Deltas + groupSize - 1) / groupSize * groupSize : done / groupSize * groupSize), $"the position when cut at {index}");

                var resumed = await mirror.SyncAsync(connector, Things, _ => SyncAnswer.Continue, CancellationToken.None);
                Assert.That(resumed.Delivered, Is.EqualTo(Math.Max(0, Deltas - whole)));
                Assert.That(mirror.Objects(Things).Select(one => one.Uid.Value), Is.EqualTo(expected), $"cut at {index}");
            }
        }
    }

    [Test]
    public async Task ALoadThatBreaksDownIsNoLoad()
    {
        using (var mirror = new MirrorStore(_folder.Mirror))
        {
            await using var whole = BatchConnector.CreateFacade(new BatchConfiguration { Objects = 130 });
            await mirror.LoadAsync(whole, Things, progress: null, CancellationToken.None);
            Assert.That(mirror.Position(Things), Is.EqualTo(SyncPosition.Beginning));

            await using var broken = BatchConnector.CreateFacade(new BatchConfiguration { Objects = 70, BreaksDown = true });
            Assert.That(async () => await mirror.LoadAsync(broken, Things, progress: null, CancellationToken.None), Throws.TypeOf<ConnectionBrokenException>());
        }

        using (var mirror = new MirrorStore(_folder.Mirror))
        {
            Assert.That(mirror.Position(Things), Is.EqualTo(SyncPosition.None));
            await using var smaller = BatchConnector.CreateFacade(new BatchConfiguration { Objects = 3 });
            await mirror.LoadAsync(smaller, Things, progress: null, CancellationToken.None);
            Assert.That(mirror.Objects(Things).Select(one => one.Uid.Value), Is.EqualTo(new[] { "s0", "s1", "s2" }));
        }
    }

    [Test]
    public async Task ASyncWithoutALoadIsRefused()
    {
        using var mirror = new MirrorStore(_folder.Mirror);
        await using var connector = BatchConnector.CreateFacade(new BatchConfiguration());
        Assert.That(async () => await mirror.SyncAsync(connector, Things, _ => SyncAnswer.Continue, CancellationToken.None), Throws.ArgumentException);
    }

    private static async Task CutAsync(MirrorStore mirror, IConnectorFacade connector, int index, Cut cut)
    {
        var seen = 0;
        var run = mirror.SyncAsync(connector, Things, Applied, CancellationToken.None);
        if (cut == Cut.Throw)
            Assert.That(async () => await run, Throws.TypeOf<InvalidOperationException>());
        else
            Assert.That((await run).Outcome, Is.EqualTo(cut == Cut.AcceptAndStop ? SyncOutcome.Stopped : SyncOutcome.Rejected));

        SyncAnswer Applied(SyncDelta delta) => seen++ < index ? SyncAnswer.Continue : cut switch
        {
            Cut.AcceptAndStop => SyncAnswer.AcceptAndStop,
            Cut.RejectAndStop => SyncAnswer.RejectAndStop,
            _ => throw new InvalidOperationException("The observer failed."),
        };
    }
}
