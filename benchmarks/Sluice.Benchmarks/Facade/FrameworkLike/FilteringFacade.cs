namespace Sluice.Benchmarks.FrameworkLike;

/// <summary>A filter as frameworks of the field have it: each object is copied with the attributes that were asked for.</summary>
public sealed class FilteringFacade(IFrameworkFacade inner) : IFrameworkFacade
{
    public void Sync(string objectClass, object? token, Func<FrameworkDelta, bool> handler, IReadOnlyCollection<string>? attributesToGet)
    {
        if (attributesToGet is null)
        {
            inner.Sync(objectClass, token, handler, attributesToGet);
            return;
        }

        var wanted = new HashSet<string>(attributesToGet, StringComparer.OrdinalIgnoreCase) { "__UID__", "__NAME__" };
        inner.Sync(objectClass, token, delta => handler(new FrameworkDelta(delta.Token, Copy(delta.Object, wanted))), attributesToGet);
    }

    private static FrameworkObject Copy(FrameworkObject full, HashSet<string> wanted) =>
        new(full.ObjectClass, full.Uid, full.Name, full.Attributes.Where(one => wanted.Contains(one.Name)));
}
