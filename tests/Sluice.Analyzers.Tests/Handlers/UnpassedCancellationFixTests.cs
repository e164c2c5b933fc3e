using Sluice.Analyzers.Handlers;
using Sluice.Analyzers.Tests.Flow;
using Sluice.CodeFixes.Handlers;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Handlers;

/// <summary>The fix of SLC306.</summary>
public sealed class UnpassedCancellationFixTests
{
    private const string Members = """
        private static Task<long> WaitAsync(int tries = 1, int pause = 10, CancellationToken stop = default) => Task.FromResult(1L);
        """;

    [Test]
    public Task Passes_the_token_on() => Verify<UnpassedCancellationAnalyzer, UnpassedCancellationFix>.Fixes(
        Connectors.Async("""
            {
                var page = await _feed.{|SLC306:PageAfterAsync|}(after); // first
                await {|SLC306:WaitAsync|}();
                await {|SLC306:WaitAsync|}(pause: 5);
                var next = await _feed.{|SLC306:PageAfterAsync|}(
                    (await _feed.{|SLC306:PageAfterAsync|}(page.Next)).Next /* inner */
                );
                await foreach (var change in {|SLC306:_feed.StreamAfter(after)|}) // all
                {
                    if (!await handler.HandleAsync(change.Delta)) return;
                }
                await foreach (var change in {|SLC306:_feed.StreamAfter(after).ConfigureAwait(false)|})
                    if (!await handler.HandleAsync(change.Delta)) return;
                handler.HandleResult(next.Next);
            }
            """, members: Members),
        Connectors.Async("""
            {
                var page = await _feed.PageAfterAsync(after, cancellation); // first
                await WaitAsync(stop: cancellation);
                await WaitAsync(pause: 5, stop: cancellation);
                var next = await _feed.PageAfterAsync(
                    (await _feed.PageAfterAsync(page.Next, cancellation)).Next, cancellation /* inner */
                );
                await foreach (var change in _feed.StreamAfter(after).WithCancellation(cancellation)) // all
                {
                    if (!await handler.HandleAsync(change.Delta)) return;
                }
                await foreach (var change in _feed.StreamAfter(after).ConfigureAwait(false).WithCancellation(cancellation))
                    if (!await handler.HandleAsync(change.Delta)) return;
                handler.HandleResult(next.Next);
            }
            """, members: Members));

    [Test]
    public Task Offers_no_parameter() => Verify<UnpassedCancellationAnalyzer, UnpassedCancellationFix>.OffersNothing(
        Connectors.Async("{ handler.HandleResult(await _feed.LatestAsync()); }", "long? after, IAsyncSyncTokenResultsHandler<Person> handler").Replacing("Sync(long", "{|SLC306:Sync|}(long"));
}
