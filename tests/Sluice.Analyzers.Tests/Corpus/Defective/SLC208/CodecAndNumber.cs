using System.Globalization;
using Sluice;

namespace Corpus.Slc208.CodecAndNumber;

public readonly record struct LogPosition(long File, long Line) : ISyncTokenCodec<LogPosition>
{
    public static string Encode(LogPosition value) => string.Create(CultureInfo.InvariantCulture, $"{value.File}/{value.Line}");

    public static LogPosition Decode(string text) => text.Split('/') is [var file, var line]
        ? new(long.Parse(file, CultureInfo.InvariantCulture), long.Parse(line, CultureInfo.InvariantCulture))
        : throw new FormatException("A log position reads file/line.");
}

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IChangeLog
{
    long? Newest();

    IEnumerable<SyncDelta<Person>> ReadAfter(long? number);
}

[Connector("slc208-codec-and-number")]
public sealed partial class HrConnector(IChangeLog log)
{
    [LatestSyncToken<Person>]
    public long? {|SLC208:Latest|}() => log.Newest();

    [Sync<Person>]
    public IEnumerable<SyncDelta<Person>> Sync(LogPosition? after) => log.ReadAfter(after?.Line);
}
