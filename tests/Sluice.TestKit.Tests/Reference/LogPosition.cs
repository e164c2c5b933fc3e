using System.Globalization;

namespace Sluice.TestKit.Tests;

/// <summary>
/// A position in the log of one incarnation of a source. Within a first run, which reads the rows as they are, it also says how far
/// that has come; the log then goes on from the number at which the first run began, so nothing is lost that changed meanwhile.
/// </summary>
internal readonly record struct LogPosition(string Source, long Sequence, string? Class = null, string? Uid = null) : ISyncTokenCodec<LogPosition>, IComparable<LogPosition>
{
    /// <summary>Whether rows are still to be read.</summary>
    public bool IsFirstRun => Class is not null;

    public static string Encode(LogPosition value) => string.Create(CultureInfo.InvariantCulture, $"{value.Source}/{value.Sequence}{(value.IsFirstRun ? $"/{value.Class}/{value.Uid}" : "")}");

    public static LogPosition Decode(string text) => text.Split('/', 4) switch
    {
        [var source, var sequence] => new(source, long.Parse(sequence, CultureInfo.InvariantCulture)),
        [var source, var sequence, var objectClass, var uid] => new(source, long.Parse(sequence, CultureInfo.InvariantCulture), objectClass, uid),
        _ => throw new FormatException("A log position reads source/number or source/number/class/uid."),
    };

    public int CompareTo(LogPosition other)
    {
        if (Sequence != other.Sequence)
            return Sequence.CompareTo(other.Sequence);
        if (IsFirstRun != other.IsFirstRun)
            return IsFirstRun ? -1 : 1;
        return string.CompareOrdinal(Class, other.Class) is not 0 and var order ? order : string.CompareOrdinal(Uid, other.Uid);
    }
}
