using Sluice;

namespace Quickstart;

/// <summary>The story that the sample tells, from the baseline to the comparison.</summary>
internal sealed class QuickstartRun(QuickstartOptions options, Report report) : IDisposable
{
    private const int Teams = 150, LoadStep = 500, DeltaStep = 20;
    private static readonly ObjectClass[] Classes = [ObjectClass.Account, ObjectClass.Group];
    private readonly HrDatabase _hr = new(Path.Combine(options.Data, "hr.db"));
    private readonly string _mirrorPath = Path.Combine(options.Data, "mirror.db");
    private readonly int _stopAfter = Math.Clamp(options.Changes / 8, 1, 50);
    private FileStream? _lock;
    private int _applied;
    private ObjectClass? _stopped;
    private bool _resumed;

    /// <summary>Runs it.</summary>
    /// <returns>Whether the mirror equals the database at the end.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        LockFolder();
        var isNew = HrFile.Ensure(_hr.Path, options.People, Teams, creating: ForgetMirror);
        report.Line("database", $"{_hr.Path}{(isNew ? $", created with {options.People} invented people and {Teams} teams" : "")}");

        await using var connector = Connect();
        await connector.TestConnectionAsync(cancellation);
        report.Line("connector", $"'{connector.Info.Name}' serves {string.Join(", ", connector.ObjectClasses)}");

        using var mirror = new MirrorStore(_mirrorPath);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await CatchUpAsync(connector, mirror, cancellation);
        var seed = options.Seed ?? (int)((await _hr.People.LatestAsync(cancellation) ?? 0) % int.MaxValue);
        var writer = new HrWriter(_hr.Path, seed);

        // Before the baseline: also what changes while that is read must arrive.
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var writing = writer.RunAsync(options.Changes, TimeSpan.FromSeconds(options.Seconds), halfway: loaded.Task, ending.Token);
        report.Line("writer", $"a second connection writes {options.Changes} changes meanwhile (seed {seed})");
        try
        {
            foreach (var objectClass in Classes.Where(objectClass => mirror.Position(objectClass).Kind == SyncPositionKind.None))
                await LoadAsync(connector, mirror, objectClass, cancellation);
            loaded.SetResult();
            await FollowAsync(connector, mirror, writing, cancellation);
        }
        catch (ConnectorException)
        {
            ReportPositions(mirror, "stored");
            throw;
        }
        finally
        {
            // The writer ends with us, whatever happens.
            await ending.CancelAsync();
            await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }

        report.Line("writer", $"{writer.Written} changes written");
        return Compare(mirror);
    }

    public void Dispose() => _lock?.Dispose();

    /// <summary>A mirror of a database that is gone says nothing about a new one, whatever numbers that has.</summary>
    private void ForgetMirror()
    {
        using var mirror = new MirrorStore(_mirrorPath);
        mirror.Forget();
    }

    private IConnectorFacade Connect()
    {
        var configuration = new HrConfiguration { DataSource = _hr.Path };
        return options.Shape switch
        {
            "handler" => HrHandlerConnector.CreateFacade(configuration),
            "page" => HrPageConnector.CreateFacade(configuration),
            _ => HrConnector.CreateFacade(configuration),
        };
    }

    /// <summary>Two processes on one mirror would spoil it; the system releases the lock of a process that dies.</summary>
    private void LockFolder()
    {
        try
        {
            Directory.CreateDirectory(options.Data);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The folder '{options.Data}' cannot be made: {exception.Message} Choose another one with --data.", exception);
        }

        var path = Path.Combine(options.Data, "quickstart.lock");
        try
        {
            _lock = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException($"The folder '{options.Data}' cannot be written to. Choose another one with --data.", exception);
        }
        catch (IOException exception)
        {
            throw new IOException($"The folder '{options.Data}' cannot be used: {exception.Message} Does another quickstart run in it? Wait for it, or choose another folder with --data.", exception);
        }
    }

    /// <summary>
    /// Takes up what an earlier run left, before anything new is written: so a database that was restored from an older copy is
    /// recognised before its numbers have passed our position.
    /// </summary>
    private async Task CatchUpAsync(IConnectorFacade connector, MirrorStore mirror, CancellationToken cancellation)
    {
        foreach (var objectClass in Classes)
        {
            if (mirror.Position(objectClass) is not { Kind: not SyncPositionKind.None } known)
                continue;
            report.Line("continue", $"{objectClass} {known}, where an earlier run was");
            await SyncAsync(connector, mirror, objectClass, cancellation);
        }
    }

    private async Task<int> LoadAsync(IConnectorFacade connector, MirrorStore mirror, ObjectClass objectClass, CancellationToken cancellation)
    {
        var (from, count) = await mirror.LoadAsync(connector, objectClass, Loaded, cancellation);
        report.Line("baseline", $"{objectClass} {from}; then {count} objects loaded");
        return count;

        void Loaded(int loaded)
        {
            if (loaded % LoadStep == 0)
                report.Progress($"{objectClass} {loaded} objects loaded");
        }
    }

    /// <summary>Syncs until the writer is done and everything that it wrote has arrived.</summary>
    private async Task FollowAsync(IConnectorFacade connector, MirrorStore mirror, Task writing, CancellationToken cancellation)
    {
        while (true)
        {
            var isComplete = writing.IsCompleted; // asked before the pass, which then brings the rest
            long delivered = 0;
            foreach (var objectClass in Classes)
                delivered += await SyncAsync(connector, mirror, objectClass, cancellation);
            if (writing.IsFaulted)
                await writing;
            if (isComplete && delivered == 0)
                return;
            if (delivered == 0)
                await Task.WhenAny(writing, Task.Delay(100, cancellation));
        }
    }

    private async Task<long> SyncAsync(IConnectorFacade connector, MirrorStore mirror, ObjectClass objectClass, CancellationToken cancellation)
    {
        if (_stopped == objectClass && !_resumed)
        {
            _resumed = true;
            report.Line("resumed", $"{objectClass} {mirror.Position(objectClass)}");
        }

        try
        {
            var result = await mirror.SyncAsync(connector, objectClass, Applied, cancellation);
            if (result.Outcome == SyncOutcome.Stopped)
                report.Line("stopped", $"{objectClass} {result.Position}, on purpose and in the middle");
            return result.Delivered;
        }
        catch (SyncTokenExpiredException exception)
        {
            report.Line("expired", exception.Message);
            return await LoadAsync(connector, mirror, objectClass, cancellation);
        }

        SyncAnswer Applied(SyncDelta delta)
        {
            _applied++;
            var stops = _stopped is null && _applied == _stopAfter;
            if (_applied <= 3 || _applied % DeltaStep == 0 || stops || (_stopped is not null && _applied <= _stopAfter + 3))
                report.Line("delta", Describe(delta));
            if (report.IsScreen || _applied % DeltaStep == 0)
                report.Progress($"{_applied} deltas applied, {objectClass} is at token {delta.Token}");
            if (!stops)
                return SyncAnswer.Continue;
            _stopped = objectClass;
            return SyncAnswer.AcceptAndStop;
        }
    }

    private static string Describe(SyncDelta delta) => delta.Object is { } changed
        ? $"{delta.Type} {delta.ObjectClass} {delta.Uid} '{changed.Name}' with {changed.Count} attributes, token {delta.Token}"
        : $"{delta.Type} {delta.ObjectClass} {delta.Uid}, token {delta.Token}";

    private bool Compare(MirrorStore mirror)
    {
        ReportPositions(mirror, "position");
        var comparison = Comparison.Of(_hr, mirror);
        foreach (var (what, objects) in new[] { ("lost", comparison.Lost), ("invented", comparison.Invented), ("different", comparison.Different) })
        {
            foreach (var one in objects.Take(10))
                report.Line(what, one);
        }

        report.Line("compared", comparison.IsEqual
            ? $"{comparison.People} people and {comparison.Teams} teams: nothing lost, nothing invented"
            : $"{comparison.People} people and {comparison.Teams} teams: {comparison.Lost.Count} lost, {comparison.Invented.Count} invented, {comparison.Different.Count} different");
        return comparison.IsEqual;
    }

    private void ReportPositions(MirrorStore mirror, string topic)
    {
        foreach (var objectClass in Classes)
            report.Line(topic, $"{objectClass} {mirror.Position(objectClass)}");
    }
}
