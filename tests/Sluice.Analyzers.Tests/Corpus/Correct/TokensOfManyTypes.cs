using System.Globalization;
using Sluice;

namespace Corpus.TokensOfManyTypes;

public readonly record struct LogPosition(long File, long Line) : ISyncTokenCodec<LogPosition>, IComparable<LogPosition>
{
    public static string Encode(LogPosition value) => string.Create(CultureInfo.InvariantCulture, $"{value.File}/{value.Line}");

    public static LogPosition Decode(string text) => text.Split('/') is [var file, var line]
        ? new(long.Parse(file, CultureInfo.InvariantCulture), long.Parse(line, CultureInfo.InvariantCulture))
        : throw new FormatException("A log position reads file/line.");

    public int CompareTo(LogPosition other) => (File, Line).CompareTo((other.File, other.Line));
}

public interface IFeed
{
    T? Newest<T>(string kind);

    IEnumerable<SyncDelta> Read(string kind, object? after);
}

/// <summary>Each class has a log of its own kind.</summary>
[Connector("tokens-of-many-types")]
public sealed partial class FeedConnector(IFeed feed)
{
    [LatestSyncToken("file")]
    public LogPosition? LatestFile() => feed.Newest<LogPosition?>("file");

    [Sync("file")]
    public IEnumerable<SyncDelta> SyncFiles(LogPosition? after) => feed.Read("file", after);

    [LatestSyncToken("mail")]
    public int LatestMail() => feed.Newest<int>("mail");

    [Sync("mail")]
    public IEnumerable<SyncDelta> SyncMails(CancellationToken cancellation, long? after) => cancellation.IsCancellationRequested ? [] : feed.Read("mail", after);

    [LatestSyncToken("note")]
    public SyncToken? LatestNote() => feed.Newest<string>("note") is { } text ? text : default(SyncToken?);

    [Sync("note")]
    public SyncPage SyncNotes(string? after, int pageSize)
    {
        SyncDelta[] page = [.. feed.Read("note", after).Take(pageSize)];
        return new SyncPage(page, page.Length == 0 ? default(SyncToken?) : page[^1].Token, page.Length == pageSize);
    }

    [LatestSyncToken("photo")]
    public byte[]? LatestPhoto() => feed.Newest<byte[]>("photo");

    [Sync("photo")]
    public IEnumerable<SyncDelta> SyncPhotos(byte[]? after, OperationOptions options) => feed.Read($"photo{options.PageSize}", after);
}
