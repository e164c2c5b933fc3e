namespace Sluice.Tests.Runtime.Scripted;

internal enum Shape
{
    Iterator,
    Handler,
    Page,
}

internal enum Waiting
{
    /// <summary>A synchronous handler, through the synchronous face.</summary>
    Synchronous,

    /// <summary>An asynchronous handler that completes at once.</summary>
    Completed,

    /// <summary>An asynchronous handler that really waits.</summary>
    Yielding,
}

/// <summary>One way in which a connector is written and called.</summary>
internal sealed record Variant(Shape Shape, bool AsyncConnector, bool TypedConnector, bool TypedFace, Waiting Waiting)
{
    public static IReadOnlyList<Variant> All { get; } =
    [
        .. from shape in Enum.GetValues<Shape>()
           from asyncConnector in new[] { false, true }
           from typedConnector in new[] { false, true }
           from typedFace in typedConnector ? new[] { false, true } : [false]
           from waiting in Enum.GetValues<Waiting>()
           where !(asyncConnector && waiting == Waiting.Synchronous)
           select new Variant(shape, asyncConnector, typedConnector, typedFace, waiting),
    ];

    /// <summary>A synchronous handler-shaped connector cannot wait: its deltas come in batches.</summary>
    public bool IsBridged => Shape == Shape.Handler && !AsyncConnector && Waiting != Waiting.Synchronous;

    public override string ToString() =>
        $"{(AsyncConnector ? "async " : "")}{(TypedConnector ? "typed " : "")}{Shape} -> {Waiting}{(TypedFace ? ", typed face" : "")}";

    /// <summary>The facade of a scripted source written in this way.</summary>
    public TestFacade Facade(ScriptedSource source, FacadeSettings? settings = null) => new(
        settings,
        facade => TypedConnector
            ? new TypedClass(facade, AsyncConnector ? null : source.Typed(Shape), AsyncConnector ? source.TypedAsync(Shape) : source.TypedBridge(Shape), source.Granularity)
            : new UntypedClass(facade, ObjectClass.Account, AsyncConnector ? null : source.Untyped(Shape), AsyncConnector ? source.UntypedAsync(Shape) : source.UntypedBridge(Shape), source.Granularity));

    /// <summary>Runs in this way.</summary>
    /// <param name="facade">The facade.</param>
    /// <param name="run">The run.</param>
    /// <param name="answer">Answers a uid and its token.</param>
    /// <param name="cancellation">Cancels the run.</param>
    public async Task<SyncResult> RunAsync(TestFacade facade, SyncRun run, Func<string, SyncToken, SyncAnswer> answer, CancellationToken cancellation = default)
    {
        var typed = TypedFace ? (IObjectClassFacade<Account>)facade.Operations : null;
        if (Waiting == Waiting.Synchronous)
        {
            return typed is not null
                ? typed.Sync(run, SyncHandler.From<Account>(delta => answer(delta.Uid.Value, delta.Token)), cancellation)
                : facade.Sync(run, SyncHandler.From(delta => answer(delta.Uid.Value, delta.Token)), cancellation);
        }

        return typed is not null
            ? await typed.SyncAsync(run, SyncHandler.FromAsync<Account>((delta, _) => AnswerAsync(delta.Uid.Value, delta.Token)), cancellation)
            : await facade.SyncAsync(run, SyncHandler.FromAsync((delta, _) => AnswerAsync(delta.Uid.Value, delta.Token)), cancellation);

        async ValueTask<SyncAnswer> AnswerAsync(string uid, SyncToken token)
        {
            if (Waiting == Waiting.Yielding)
                await Task.Yield();
            return answer(uid, token);
        }
    }
}
