using Sluice;

namespace Quickstart;

/// <summary>What a patch makes of a value.</summary>
internal static class PatchedValues
{
    /// <summary>The value set, the default where it is cleared, or the present value where the patch does not name it.</summary>
    public static TValue? Single<TValue>(this ObjectPatch patch, string attribute, TValue? present) =>
        patch.TryGet(attribute, out var change) ? (TValue?)change.Value : present;

    /// <summary>The values after setting, clearing, adding and removing; adding one that is there changes nothing, as removing one that is not.</summary>
    public static IReadOnlyList<TValue> Many<TValue>(this ObjectPatch patch, string attribute, IReadOnlyList<TValue> present) =>
        !patch.TryGet(attribute, out var change) ? present
        : change.Kind == AttributeChangeKind.Modify ? [.. present.Union(change.Added.Cast<TValue>()).Except(change.Removed.Cast<TValue>())]
        : change.Value switch
        {
            null => [],
            IReadOnlyList<object> values => [.. values.Cast<TValue>()],
            var one => [(TValue)one],
        };
}
