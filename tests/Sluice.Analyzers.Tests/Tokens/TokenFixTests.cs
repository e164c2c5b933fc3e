using Sluice.Analyzers.Flow;
using Sluice.Analyzers.Tests.Flow;
using Sluice.CodeFixes.Tokens;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Tokens;

/// <summary>The fixes of SLC201 and SLC202.</summary>
public sealed class TokenFixTests
{
    [Test]
    public Task Missing_token_is_reported_like_elsewhere() => Verify<HandlerFlowAnalyzer, MissingTokenResultFix>.Fixes(
        Connectors.Sync("""
            {
                var latest = _feed.Latest();
                if (_feed.ListAfter(after).Count == 0)
                    {|SLC201:return|}; // nothing
                switch (latest)
                {
                    case 1:
                        {|SLC201:return|};
                    case 2: handler.HandleResult(latest); break;
                }
            {|SLC201:}|}
            """),
        Connectors.Sync("""
            {
                var latest = _feed.Latest();
                if (_feed.ListAfter(after).Count == 0)
                {
                    handler.HandleResult(latest);
                    return;
                } // nothing
                switch (latest)
                {
                    case 1:
                        handler.HandleResult(latest);
                        return;
                    case 2: handler.HandleResult(latest); break;
                }
            {|SLC203:|}}
            """.Replace("{|SLC203:|}", "    handler.HandleResult(latest);\n", StringComparison.Ordinal)));

    [Test]
    public Task Nothing_delivered_means_the_position_that_came_in() => Verify<HandlerFlowAnalyzer, MissingTokenResultFix>.Fixes(
        Connectors.Sync("""
            {
                var changes = _feed.ListAfter(after);
                if (changes.Count == 0)
                {
                    {|SLC201:return|};
                }
                foreach (var change in changes)
                    if (!handler.Handle(change.Delta)) return;
                handler.HandleResult(changes[^1].Number);
            }
            """),
        Connectors.Sync("""
            {
                var changes = _feed.ListAfter(after);
                if (changes.Count == 0)
                {
                    if (after is { } unchanged) handler.HandleResult(unchanged);
                    return;
                }
                foreach (var change in changes)
                    if (!handler.Handle(change.Delta)) return;
                handler.HandleResult(changes[^1].Number);
            }
            """));

    [Test]
    public Task No_token_is_made_up() => Verify<HandlerFlowAnalyzer, MissingTokenResultFix>.OffersNothing(Connectors.Sync("""
        {
            foreach (var change in _feed.After(after))
                if (!handler.Handle(change.Delta)) return;
        {|SLC201:}|}
        """));

    [Test]
    public Task A_stop_leaves_the_sync() => Verify<HandlerFlowAnalyzer, TokenResultAfterStopFix>.Fixes(
        Connectors.Async("""
            {
                var latest = await _feed.LatestAsync(cancellation);
                await foreach (var change in _feed.StreamAfter(after))
                {
                    if (!await handler.HandleAsync(change.Delta, cancellation).ConfigureAwait(false))
                    {
                        _feed.Log("stopped");
                        break; // enough
                    }
                }
                {|SLC202:handler.HandleResult(latest)|};
            }
            """),
        Connectors.Async("""
            {
                var latest = await _feed.LatestAsync(cancellation);
                await foreach (var change in _feed.StreamAfter(after))
                {
                    if (!await handler.HandleAsync(change.Delta, cancellation).ConfigureAwait(false))
                    {
                        _feed.Log("stopped");
                        return; // enough
                    }
                }
                handler.HandleResult(latest);
            }
            """));

    [Test]
    public Task A_flag_is_left_to_its_author() => Verify<HandlerFlowAnalyzer, TokenResultAfterStopFix>.OffersNothing(Connectors.Sync("""
        {
            var latest = _feed.Latest();
            var more = true;
            using var reader = _feed.Open(after);
            while (more && reader.Read())
                more = handler.Handle(reader.Current.Delta);
            {|SLC202:handler.HandleResult(latest)|};
        }
        """));
}
