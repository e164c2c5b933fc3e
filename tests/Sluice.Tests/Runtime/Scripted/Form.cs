namespace Sluice.Tests.Runtime.Scripted;

/// <summary>A handler-shaped connector that a test writes once for its four forms.</summary>
internal delegate ValueTask Port(PortHandler handler);

/// <summary>The results handler of one of the four forms.</summary>
/// <param name="Delta">Hands a change over; null and the default delta among them.</param>
/// <param name="Result">Reports the final token.</param>
internal sealed record PortHandler(Func<Change?, ValueTask<bool>> Delta, Action<SyncToken> Result)
{
    public ValueTask<bool> HandleAsync(string uid, SyncToken token) => Delta(new Change(token, uid));
}

/// <summary>The four forms of a handler-shaped connector.</summary>
internal sealed record Form(bool Typed, bool Async)
{
    public static IReadOnlyList<Form> All { get; } = [new(false, false), new(false, true), new(true, false), new(true, true)];

    public override string ToString() => $"{(Async ? "async" : "sync")} {(Typed ? "typed" : "untyped")}";

    public TestFacade Facade(Port port, FacadeSettings? settings = null, TokenGranularity granularity = TokenGranularity.Group) => new(settings, facade => Typed
        ? new TypedClass(
            facade,
            Async ? null : session => Now(port(Of((ISyncTokenResultsHandler<Account>)session)), session.HandlerReturned),
            Async ? session => Then(port(Of((IAsyncSyncTokenResultsHandler<Account>)session)), session.HandlerReturned) : null,
            granularity)
        : new UntypedClass(
            facade,
            ObjectClass.Account,
            Async ? null : session => Now(port(Of((ISyncTokenResultsHandler)session)), session.HandlerReturned),
            Async ? session => Then(port(Of((IAsyncSyncTokenResultsHandler)session)), session.HandlerReturned) : null,
            granularity));

    public async Task<SyncResult> RunAsync(TestFacade facade, SyncRun run, Func<string, SyncAnswer> answer)
    {
        if (!Async)
            return facade.Sync(run, SyncHandler.From(delta => answer(delta.Uid.Value)));
        return await facade.SyncAsync(run, SyncHandler.FromAsync((delta, _) => new(answer(delta.Uid.Value))));
    }

    private static void Now(ValueTask port, Action returned)
    {
        Assert.That(port.IsCompleted, "a synchronous connector");
        port.GetAwaiter().GetResult();
        returned();
    }

    private static async ValueTask Then(ValueTask port, Action returned)
    {
        await port.ConfigureAwait(false);
        returned();
    }

    private static PortHandler Of(ISyncTokenResultsHandler<Account> handler) => new(change => new(handler.Handle(change?.Typed ?? default)), handler.HandleResult);

    private static PortHandler Of(ISyncTokenResultsHandler handler) => new(change => new(handler.Handle(change?.Untyped!)), handler.HandleResult);

    private static PortHandler Of(IAsyncSyncTokenResultsHandler<Account> handler) => new(change => handler.HandleAsync(change?.Typed ?? default), handler.HandleResult);

    private static PortHandler Of(IAsyncSyncTokenResultsHandler handler) => new(change => handler.HandleAsync(change?.Untyped!), handler.HandleResult);
}
