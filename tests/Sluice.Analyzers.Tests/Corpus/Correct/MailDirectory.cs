using System.Globalization;
using Sluice;

namespace Corpus.MailDirectory;

/// <summary>Numbers of messages mean something only together with the validity of their folder.</summary>
public readonly record struct MailPosition(uint Validity, uint Number) : ISyncTokenCodec<MailPosition>
{
    public static string Encode(MailPosition value) => FormattableString.Invariant($"{value.Validity}.{value.Number}");

    public static MailPosition Decode(string text)
    {
        var parts = text.Split('.');
        return parts.Length == 2
            ? new(uint.Parse(parts[0], CultureInfo.InvariantCulture), uint.Parse(parts[1], CultureInfo.InvariantCulture))
            : throw new FormatException("A position in a mail folder reads validity.number.");
    }
}

public sealed record MailFolder(uint Validity, uint NextNumber);

public sealed record MailHeader(uint Number, string MessageId, string From, DateTimeOffset? Received, IReadOnlyList<string> Flags);

public interface IMailServer
{
    Task<MailFolder> SelectAsync(string folder, CancellationToken cancellation);

    IAsyncEnumerable<MailHeader> FetchAsync(string folder, uint from, CancellationToken cancellation);
}

[ObjectClass("message")]
public sealed partial record Message([Uid] string MessageId, [Name] string From, DateTimeOffset? Received, IReadOnlyList<string> Flags);

[Connector("corpus-mail-directory")]
public sealed partial class MailConnector(IMailServer server)
{
    private const string Inbox = "INBOX";

    [LatestSyncToken<Message>]
    public async Task<MailPosition?> LatestAsync(CancellationToken cancellation)
    {
        var folder = await server.SelectAsync(Inbox, cancellation);
        return folder.NextNumber <= 1 ? null : new MailPosition(folder.Validity, folder.NextNumber - 1);
    }

    [Sync<Message>(TokenGranularity.PerDelta)]
    public async Task SyncAsync(MailPosition? after, IAsyncSyncTokenResultsHandler<Message> handler, CancellationToken cancellation)
    {
        var folder = await server.SelectAsync(Inbox, cancellation).ConfigureAwait(false);
        if (after is { } known && known.Validity != folder.Validity)
            throw new SyncTokenExpiredException("The folder was created anew; its old numbers mean nothing.");

        await foreach (var header in server.FetchAsync(Inbox, (after?.Number ?? 0) + 1, cancellation).ConfigureAwait(false))
        {
            var token = SyncToken.From(new MailPosition(folder.Validity, header.Number));
            var message = new Message(header.MessageId, header.From, header.Received, header.Flags);
            if (!await handler.HandleAsync(SyncDelta.Create(token, message), cancellation).ConfigureAwait(false))
                return;
        }

        handler.HandleResult(SyncToken.From(new MailPosition(folder.Validity, Math.Max(folder.NextNumber - 1, after?.Number ?? 0))));
    }
}
