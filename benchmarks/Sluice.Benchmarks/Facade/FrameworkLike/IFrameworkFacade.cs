namespace Sluice.Benchmarks.FrameworkLike;

/// <summary>The operation as frameworks of the field declare it: a handler that answers with a boolean.</summary>
public interface IFrameworkFacade
{
    void Sync(string objectClass, object? token, Func<FrameworkDelta, bool> handler, IReadOnlyCollection<string>? attributesToGet);
}

/// <summary>The connector behind it: it builds each delta, or hands over what is ready.</summary>
public sealed class FrameworkConnector(PrebuiltDeltas deltas, bool builds) : IFrameworkFacade
{
    private readonly FrameworkDelta[] _ready = builds ? [] : [.. deltas.Typed.Select((delta, i) => new FrameworkDelta(i + 1L, FrameworkObject.Of(delta.Object!)))];

    public void Sync(string objectClass, object? token, Func<FrameworkDelta, bool> handler, IReadOnlyCollection<string>? attributesToGet)
    {
        for (var i = token is long after ? after : 0; i < deltas.Typed.Length; i++)
        {
            var delta = builds ? new FrameworkDelta(i + 1, FrameworkObject.Of(deltas.Typed[i].Object!)) : _ready[i];
            if (!handler(delta))
                return;
        }
    }
}
