using System.Globalization;
using System.Runtime.CompilerServices;

namespace Sluice.TestKit.Tests;

/// <summary>Defects in a generated connector: where its guard ends the run, the law that the guard names is the one that is broken.</summary>
internal static class GuardedMutants
{
    public static IEnumerable<Mutant> All =>
    [
        Of(GuardedDefect.EqualTokens, "two changes carry one token, although each should have its own", SyncLawIds.Slc206TokensMoveForward),
        Of(GuardedDefect.OtherClass, "groups are delivered where accounts are asked for", SyncLawIds.Slc105DeltaClassIsRequested),
        Of(GuardedDefect.RequiredMissing, "required attributes are left out, in a generated connector", SyncLawIds.Slc405ValuesFitSchema),
        Of(GuardedDefect.UndeclaredAttribute, "an attribute is delivered that the schema does not know, in a generated connector", SyncLawIds.Slc408AttributesAreDeclared),
        Of(GuardedDefect.NullDelta, "null is yielded for a change that has no object", SyncLawIds.Slc409NoNullDelta),
        Of(GuardedDefect.CheckpointFirst, "the end of a page is reported before its deltas", SyncLawIds.Slc206TokensMoveForward),
    ];

    private static Mutant Of(GuardedDefect defect, string description, params string[] killedBy) =>
        new("Guarded" + defect, description, source => GuardedConnector.CreateFacade(new GivenService(new GuardedSource(source, defect))), killedBy);
}

internal enum GuardedDefect
{
    EqualTokens,
    OtherClass,
    RequiredMissing,
    UndeclaredAttribute,
    NullDelta,
    CheckpointFirst,
}

internal sealed record GuardedSource(MemorySource Source, GuardedDefect Defect);

/// <summary>A generated connector with one of the defects; its tokens are texts, whose order no guard knows.</summary>
[Connector("guarded")]
internal sealed partial class GuardedConnector(GuardedSource source)
{
    [ObjectClassSource]
    public static IReadOnlyList<ObjectClassInfo> Describe() => HandWrittenFacade.DefaultSchema.Classes;

    [LatestSyncToken]
    public string? Latest(ObjectClass objectClass)
    {
        using var connection = source.Source.Connect();
        return connection.Settled() is > 0 and var newest && !objectClass.IsAll ? Token(newest) : null;
    }

    [Sync(Granularity = TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncEvent> SyncAsync(ObjectClass objectClass, string? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var position = after is null ? 0 : long.Parse(after, CultureInfo.InvariantCulture);
        while (true)
        {
            using var connection = source.Source.Connect();
            var page = await connection.LogAsync(Is(GuardedDefect.OtherClass) ? null : objectClass, position, connection.Settled(), 3, cancellation);
            if (page.Count == 0)
                yield break;
            if (Is(GuardedDefect.CheckpointFirst))
                yield return SyncEvent.Checkpoint(Token(page[^1].Sequence));
            foreach (var change in page)
            {
                position = change.Sequence;
                yield return Event(change, Token(Is(GuardedDefect.EqualTokens) ? position / 2 : position));
            }
        }
    }

    private static string Token(long sequence) => sequence.ToString(CultureInfo.InvariantCulture);

    private bool Is(GuardedDefect defect) => source.Defect == defect;

    private SyncEvent Event(MemoryChange change, SyncToken token)
    {
        if (change.Object is not { } item)
            return Is(GuardedDefect.NullDelta) ? default(SyncEvent) : SyncDelta.Delete(token, change.Class, change.Uid);
        var builder = ConnectorObject.Build(item.ObjectClass, item.Uid, item.Name);
        foreach (var attribute in item)
        {
            if (!AttributeNames.Comparer.Equals(attribute.Name, AttributeNames.Uid) && !AttributeNames.Comparer.Equals(attribute.Name, AttributeNames.Name) && !Is(GuardedDefect.RequiredMissing))
                builder.Set(attribute.Name, attribute.Value);
        }

        if (Is(GuardedDefect.UndeclaredAttribute))
            builder.Set("rowVersion", 7);
        return SyncDelta.CreateOrUpdate(token, builder.Build(), change.PreviousUid);
    }
}
