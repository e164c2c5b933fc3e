namespace Sluice.Runtime;

/// <summary>The order of a connector's own token type, for the checks SLC206 and SLC207.</summary>
public abstract class SyncTokenOrder
{
    private SyncTokenOrder()
    {
    }

    /// <summary>The order that a codec declares by being comparable.</summary>
    /// <typeparam name="T">The token type.</typeparam>
    public static SyncTokenOrder Of<T>()
        where T : ISyncTokenCodec<T>, IComparable<T> => CodecOrder<T>.Instance;

    internal abstract int Compare(in SyncToken left, in SyncToken right);

    private sealed class CodecOrder<T> : SyncTokenOrder
        where T : ISyncTokenCodec<T>, IComparable<T>
    {
        public static readonly CodecOrder<T> Instance = new();

        internal override int Compare(in SyncToken left, in SyncToken right) =>
            TokenParameter.Decode<T>(left).CompareTo(TokenParameter.Decode<T>(right));
    }
}
