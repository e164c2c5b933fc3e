using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.NestedTypes;

/// <summary>All that belongs to the telephone system in one place.</summary>
public static partial class Telephony
{
    public interface ISwitchboard
    {
        IAsyncEnumerable<(double Stamp, string Extension, string? Owner)> ReadAsync(double? after, CancellationToken cancellation);

        ValueTask<double?> StampAsync(CancellationToken cancellation);
    }

    [ConnectorConfiguration]
    public sealed partial class Configuration
    {
        public string Prefix { get; init; } = "+1";
    }

    public partial class Model
    {
        [ObjectClass("extension")]
        internal sealed partial record Extension([Uid, Name] string Number, string? Owner);
    }

    [Connector("corpus-nested-types")]
    internal sealed partial class Connector(ISwitchboard switchboard, Configuration configuration)
    {
        [LatestSyncToken<Model.Extension>]
        public ValueTask<double?> LatestAsync(CancellationToken cancellation) => switchboard.StampAsync(cancellation);

        [Sync<Model.Extension>]
        public async IAsyncEnumerable<SyncDelta<Model.Extension>> SyncAsync(double? after, [EnumeratorCancellation] CancellationToken cancellation)
        {
            await foreach (var (stamp, extension, owner) in switchboard.ReadAsync(after, cancellation))
            {
                var number = configuration.Prefix + extension;
                yield return owner is null
                    ? SyncDelta.Delete<Model.Extension>(stamp, number)
                    : SyncDelta.CreateOrUpdate(stamp, new Model.Extension(number, owner));
            }
        }
    }
}
