using Sluice.Tests.Runtime.Scripted;

namespace Sluice.Tests.Sync;

/// <summary>Every arrangement of tokens into groups.</summary>
internal static class Patterns
{
    /// <summary>All lists of events up to a length: each event joins the group before it, opens one, or is a checkpoint.</summary>
    /// <param name="length">The greatest length.</param>
    /// <param name="first">The first token.</param>
    /// <param name="checkpoints">Whether checkpoints occur.</param>
    /// <param name="groups">Whether groups hold more than one delta.</param>
    public static IEnumerable<Change[]> UpTo(int length, long first, bool checkpoints, bool groups)
    {
        for (var n = 0; n <= length; n++)
        {
            for (var code = 0; code < Math.Pow(3, n); code++)
            {
                if (Decode(code, n, first, checkpoints, groups) is { } events)
                    yield return events;
            }
        }
    }

    private static Change[]? Decode(int code, int length, long first, bool checkpoints, bool groups)
    {
        var events = new Change[length];
        var token = first;
        for (var i = 0; i < length; i++, code /= 3)
        {
            switch (code % 3)
            {
                case 0 when groups && i > 0 && !events[i - 1].IsCheckpoint:
                    events[i] = new(token, $"u{i}");
                    break;
                case 1:
                    events[i] = new(token += 2, $"u{i}");
                    break;
                case 2 when checkpoints:
                    // At the token of the delta before it, or beyond it: both occur.
                    events[i] = new(token += i % 2, null);
                    if (events[i].Token == first)
                        return null;
                    break;
                default:
                    return null;
            }
        }

        return events;
    }
}
