using System.Globalization;
using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.UsnOfOneServer;

/// <summary>Update numbers are counted by each server for itself, so the server belongs to the position.</summary>
public readonly record struct UsnPosition(Guid Server, long Usn) : ISyncTokenCodec<UsnPosition>
{
    public static string Encode(UsnPosition value) => $"{value.Server:N};{value.Usn.ToString(CultureInfo.InvariantCulture)}";

    public static UsnPosition Decode(string text) => text.Split(';') is [var server, var usn]
        ? new(Guid.ParseExact(server, "N"), long.Parse(usn, NumberStyles.None, CultureInfo.InvariantCulture))
        : throw new FormatException("A position reads server;usn.");
}

public sealed record DirectoryRow(long UsnChanged, Guid ObjectGuid, string? Name, bool IsDeleted);

public interface IDomainController
{
    ValueTask<(Guid InvocationId, long HighestCommittedUsn)> ReadRootAsync(CancellationToken cancellation);

    IAsyncEnumerable<DirectoryRow> ReadOrderedAsync(long from, long to, bool deleted, CancellationToken cancellation);
}

[ObjectClass(ObjectClasses.Account)]
public sealed partial record User([Uid] Guid ObjectGuid, [Name] string Name);

[Connector("corpus-usn")]
public sealed partial class UsnConnector(IDomainController controller)
{
    private const long Window = 5000;

    [LatestSyncToken<User>]
    public async ValueTask<UsnPosition?> LatestAsync(CancellationToken cancellation)
    {
        var (server, usn) = await controller.ReadRootAsync(cancellation);
        return new UsnPosition(server, usn);
    }

    [Sync<User>(TokenGranularity.Group)]
    public async IAsyncEnumerable<SyncEvent<User>> SyncAsync(UsnPosition? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (server, highest) = await controller.ReadRootAsync(cancellation);
        if (after is { } known && known.Server != server)
            throw new SyncTokenExpiredException("The position was given by another server, or by this one before it was restored.");

        for (var from = (after?.Usn ?? 0) + 1; from <= highest; from += Window)
        {
            var to = Math.Min(highest, from + Window - 1);
            var token = SyncToken.From(new UsnPosition(server, to));
            await foreach (var row in controller.ReadOrderedAsync(from, to, deleted: true, cancellation))
                yield return SyncDelta.Delete<User>(token, row.ObjectGuid.ToString());
            await foreach (var row in controller.ReadOrderedAsync(from, to, deleted: false, cancellation))
            {
                if (row.Name is not null)
                    yield return SyncDelta.CreateOrUpdate(token, new User(row.ObjectGuid, row.Name));
            }

            yield return SyncEvent.Checkpoint(token);
        }
    }
}
