using Sluice.Tests.Runtime.Scripted;

namespace Sluice.Tests.Sync;

/// <summary>
/// The rules of the safe position, written once more as a search over the whole list of events instead of as a state machine.
/// </summary>
internal static class PositionOracle
{
    /// <summary>The safe position after a run that saw events up to a cut.</summary>
    /// <param name="input">Where the run started.</param>
    /// <param name="events">Everything that the source would deliver.</param>
    /// <param name="granularity">What the tokens promise.</param>
    /// <param name="cut">The index of the delta with the last answer, or the number of events for a run that drained.</param>
    /// <param name="accepted">Whether the delta at the cut was accepted (false: rejected, or the handler threw).</param>
    /// <param name="final">The token that the connector reports at its end.</param>
    public static SyncPosition Position(SyncPosition input, IReadOnlyList<Change> events, TokenGranularity granularity, int cut, bool accepted, SyncToken? final)
    {
        // An accepting stop looks at one more event, unless each delta is a group of its own.
        var perDelta = granularity == TokenGranularity.PerDelta;
        var peeks = accepted && cut < events.Count && !perDelta;
        var drained = cut == events.Count || (peeks && cut == events.Count - 1);
        if (drained)
            return final is { } told ? SyncPosition.After(told) : events.Count > 0 ? SyncPosition.After(events[^1].Token) : input;

        var acknowledged = accepted ? cut : cut - 1;
        var seen = accepted && !peeks ? cut : peeks ? cut + 1 : cut;
        var position = input;
        for (var i = 0; i < events.Count; i++)
        {
            if (events[i].IsCheckpoint)
            {
                if (i <= seen)
                    position = SyncPosition.After(events[i].Token);
                continue;
            }

            var done = i <= acknowledged;
            var closed = perDelta || (i + 1 <= seen && (events[i + 1].IsCheckpoint || events[i + 1].Token != events[i].Token));
            if (done && closed)
                position = SyncPosition.After(events[i].Token);
        }

        return position;
    }
}
