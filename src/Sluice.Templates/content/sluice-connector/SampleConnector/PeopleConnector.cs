using System.Globalization;
using System.Runtime.CompilerServices;
using Sluice;

namespace SampleConnector;

/// <summary>
/// Reads people from a change log, a text file with one change per line:
/// <code>
/// 1;set;p1;anna;anna@example.com;true
/// 2;delete;p1
/// </code>
/// Replace <see cref="ChangesAsync"/> by what your system offers. The annotated methods are all that a connector
/// consists of; <c>PeopleConnector.CreateFacade</c> and <c>services.AddPeopleConnector</c> are generated.
/// </summary>
[Connector("people", DisplayName = "People")]
public sealed partial class PeopleConnector(PeopleConfiguration configuration)
{
    /// <summary>
    /// The token of the newest change: where a host starts that wants to hear only of what comes later.
    /// Null says that there has never been a change.
    /// </summary>
    [LatestSyncToken<Person>]
    public async ValueTask<long?> LatestAsync(CancellationToken cancellation)
    {
        long? latest = null;
        await foreach (var change in ChangesAsync(cancellation).ConfigureAwait(false))
            latest = change.Token.AsInt64();

        return latest;
    }

    /// <summary>
    /// The changes after a token, oldest first; a null token means from the beginning. Each delta carries the token
    /// after which a later sync goes on. When the host stops, the iteration is disposed: nothing more is read.
    /// </summary>
    [Sync<Person>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var change in ChangesAsync(cancellation).ConfigureAwait(false))
        {
            if (after is null || change.Token.AsInt64() > after)
                yield return change;
        }
    }

    private async IAsyncEnumerable<SyncDelta<Person>> ChangesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        // Shared: others go on writing while deltas are delivered (SLC314).
        using var file = new StreamReader(new FileStream(configuration.ChangeLog, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        while (await file.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
        {
            var fields = line.Split(';');
            var sequence = long.Parse(fields[0], CultureInfo.InvariantCulture);
            yield return fields[1] == "delete"
                ? SyncDelta.Delete<Person>(sequence, fields[2])
                : SyncDelta.CreateOrUpdate(sequence, new Person(fields[2], fields[3], fields[4].Length == 0 ? null : fields[4], bool.Parse(fields[5])));
        }
    }
}
