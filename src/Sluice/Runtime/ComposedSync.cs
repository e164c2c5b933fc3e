using System.Runtime.ExceptionServices;

namespace Sluice.Runtime;

/// <summary>
/// A run of <c>__ALL__</c> over a connector that has no native one: the classes run one after another in declared order, with one
/// token that holds the position of each.
/// </summary>
internal sealed class ComposedSync : ISyncExecution, ISyncHandler, IAsyncSyncHandler
{
    private readonly SyncRun _run;
    private readonly ObjectClassOperations[] _operations;
    private readonly ObjectClass[] _classes;
    private readonly ISyncHandler? _handler;
    private readonly IAsyncSyncHandler? _asyncHandler;
    private readonly CancellationToken _cancellation;
    private SyncToken[] _components;
    private ComposedTokenPrefix? _prefix;
    private SyncSession? _session;
    private int _current;
    private long _delivered;
    private long _acknowledged;
    private bool _finalTokens = true;
    private SyncOutcome _outcome;

    public ComposedSync(ConnectorFacade facade, SyncRun run, ObjectClassOperations[] operations, ISyncHandler? handler, IAsyncSyncHandler? asyncHandler, CancellationToken cancellation)
    {
        _run = run;
        _operations = operations;
        _classes = Array.ConvertAll(operations, one => one.ObjectClass);
        _handler = handler;
        _asyncHandler = asyncHandler;
        _cancellation = cancellation;
        if (run.From.Token is { } token)
        {
            _components = ComposedToken.Parse(token, _classes, out var added, out var removed);
            if (added.Length > 0)
                facade.Log.ClassesAdded(facade.Info.Name, string.Join(", ", added));
            if (removed.Length > 0)
                facade.Log.ClassesRemoved(facade.Info.Name, string.Join(", ", removed));
        }
        else
        {
            _components = new SyncToken[operations.Length];
        }
    }

    public SyncOutcome Outcome => _session?.Outcome ?? _outcome;

    public long Delivered => _delivered + (Session?.Delivered ?? 0);

    public long Acknowledged => _acknowledged + (Session?.Acknowledged ?? 0);

    public SyncPosition Position
    {
        get
        {
            var own = _session is null ? _components[Math.Min(_current, _components.Length - 1)] : _session.Position.Token ?? default;
            var moved = !own.IsDefault;
            for (var i = 0; i < _components.Length && !moved; i++)
                moved = !_components[i].IsDefault;
            return moved ? SyncPosition.After(ComposedToken.Format(_classes, _components, Math.Min(_current, _components.Length - 1), own)) : _run.From;
        }
    }

    private ISyncExecution? Session => _session;

    public void Run()
    {
        for (; _current < _operations.Length; _current++)
        {
            Begin().Run();
            if (!Finish())
                return;
        }
    }

    public async ValueTask RunAsync()
    {
        for (; _current < _operations.Length; _current++)
        {
            await Begin().RunAsync().ConfigureAwait(false);
            if (!Finish())
                return;
        }
    }

    public SyncResult Complete()
    {
        // A class whose connector failed after an accepted stop is still open.
        if (_session is not null)
            Finish();
        return new(Outcome, Position, Delivered, Acknowledged, _finalTokens);
    }

    public ExceptionDispatchInfo? Fail(Exception exception) => _session is null ? ExceptionDispatchInfo.Capture(exception) : _session.Fail(exception);

    SyncAnswer ISyncHandler.Handle(SyncDelta delta) => _handler!.Handle(Composed(delta));

    ValueTask<SyncAnswer> IAsyncSyncHandler.HandleAsync(SyncDelta delta, CancellationToken cancellation) => _asyncHandler!.HandleAsync(Composed(delta), cancellation);

    private ISyncExecution Begin()
    {
        var component = _components[_current];
        var from = component.IsDefault ? SyncPosition.Beginning : SyncPosition.After(component);
        return _session = _operations[_current].Begin(from, _run.Options, _handler is null ? null : this, _asyncHandler is null ? null : this, _cancellation);
    }

    /// <summary>Takes over what the class's session did.</summary>
    /// <returns>Whether the next class follows.</returns>
    private bool Finish()
    {
        var result = _session!.Complete();
        _delivered += result.Delivered;
        _acknowledged += result.Acknowledged;
        _finalTokens &= result.FinalTokenReported;
        _outcome = result.Outcome;

        // Deltas handed out so far keep the array that they were composed with.
        _components = [.. _components];
        _components[_current] = result.Position.Token ?? default;
        _prefix = null;
        _session = null;
        return _outcome == SyncOutcome.Drained;
    }

    private SyncDelta Composed(SyncDelta delta) => delta.WithToken(ComposedTokenPrefix.Token(_classes, _components, _current, delta.Token, ref _prefix));
}
