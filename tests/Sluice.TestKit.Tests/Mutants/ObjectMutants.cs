using System.Text;

namespace Sluice.TestKit.Tests;

/// <summary>Connectors whose deltas, objects or classes are not what happened.</summary>
internal static class ObjectMutants
{
    public static IEnumerable<Mutant> All =>
    [
        Mutant.Of("an unknown class is synced, and has nothing", source => new UnknownClassIsEmpty(source), SyncLawIds.Slc101SupportedObjectClass),
        Mutant.Of("the facade denies that it syncs a class", source => new ClassDenied(source), SyncLawIds.Slc101SupportedObjectClass),
        Mutant.Of("a class falls through to nothing", source => new ClassFallsThrough(source), SyncLawIds.Slc103RefuseOtherClasses),
        Mutant.Of("__ALL__ is an empty branch", source => new AllIsEmpty(source), SyncLawIds.Slc104AllIsServedOrRefused),
        Mutant.Of("__ALL__ is promised and refused", source => new AllIsRefused(source), SyncLawIds.Slc104AllIsServedOrRefused),
        Mutant.Of("a class's sync delivers the other classes too", source => new ClassNotFiltered(source), SyncLawIds.Slc105DeltaClassIsRequested),
        Mutant.Of("groups are built with the default class", source => new GroupsAsAccounts(source), SyncLawIds.Slc105DeltaClassIsRequested),
        Mutant.Of("under __ALL__ deletes name the first class", source => new AllDeletesNameFirstClass(source), SyncLawIds.Slc106AllDeltasNameTheirClass),
        Mutant.Of("__ALL__ leaves out a class", source => new AllLeavesOutGroups(source), SyncLawIds.Slc914AllIsUnion),
        Mutant.Of("under __ALL__ deletes of one class are missing", source => new AllLeavesOutDeletes(source), SyncLawIds.Slc914AllIsUnion),
        Mutant.Of("the previous uid of the delta before is still set", source => new StalePreviousUid(source), SyncLawIds.Slc403PreviousUid),
        Mutant.Of("a required attribute is missing", source => new RequiredMissing(source), SyncLawIds.Slc405ValuesFitSchema),
        Mutant.Of("a number is delivered as text", source => new NumberAsText(source), SyncLawIds.Slc405ValuesFitSchema),
        Mutant.Of("a single value is delivered as a list", source => new SingleAsList(source), SyncLawIds.Slc405ValuesFitSchema),
        Mutant.Of("an attribute is delivered that the schema does not know", source => new UndeclaredAttribute(source), SyncLawIds.Slc408AttributesAreDeclared),
        Mutant.Of("who asks for no attributes gets no changes", source => new ProjectionDropsChanges(source), SyncLawIds.Slc407ProjectionKeepsChanges),
        Mutant.Of("who asks for attributes gets no deletes", source => new ProjectionDropsDeletes(source), SyncLawIds.Slc407ProjectionKeepsChanges),
        Mutant.Of("deletes are not told", source => new NoDeletes(source), SyncLawIds.Slc905DeletesAreSeen),
        Mutant.Of("a delete spells the uid otherwise", source => new DeleteSpellsOtherwise(source), SyncLawIds.Slc905DeletesAreSeen),
        Mutant.Of("of each page the deletes come last", source => new DeletesLast(source), SyncLawIds.Slc905DeletesAreSeen),
        Mutant.Of("an object that leaves the scope is forgotten", source => new LeavingForgotten(source), SyncLawIds.Slc905DeletesAreSeen),
        Mutant.Of("a rename does not tell the previous uid", source => new PreviousUidMissing(source), SyncLawIds.Slc906RenameIsOneDelta),
        Mutant.Of("a rename is a delete and a creation", source => new RenameInTwo(source), SyncLawIds.Slc906RenameIsOneDelta),
        Mutant.Of("a first run leaves out objects of today", source => new FirstRunLeavesOutNew(source), SyncLawIds.Slc902FirstRunIsComplete),
        Mutant.Of("a change tells the object as it was before", source => new OneStateBehind(source), SyncLawIds.Slc901LatestMeansNow),
        Mutant.Of("search shows less than sync", source => new SearchShowsLess(source), SyncLawIds.Slc913SyncAndSearchAgree),
        Mutant.Of("search does not find what was renamed", source => new SearchMissesGroups(source), SyncLawIds.Slc913SyncAndSearchAgree),
        Mutant.Of("texts are trimmed", source => new TextsTrimmed(source), SyncLawIds.Slc917UnusualValuesArrive),
        Mutant.Of("names are trimmed", source => new NamesTrimmed(source), SyncLawIds.Slc917UnusualValuesArrive),
        Mutant.Of("a token with a slash in its uid cannot be read", source => new TokenSplitsUid(source), SyncLawIds.Slc917UnusualValuesArrive),
        Mutant.Of("texts are normalised", source => new TextsNormalised(source), SyncLawIds.Slc917UnusualValuesArrive),
        Mutant.Of("long texts are cut", source => new TextsCut(source), SyncLawIds.Slc917UnusualValuesArrive),
        Mutant.Of("long lists are cut", source => new ListsCut(source), SyncLawIds.Slc917UnusualValuesArrive),
        Mutant.Of("an empty text is no text", source => new EmptyIsNull(source), SyncLawIds.Slc917UnusualValuesArrive),
        Mutant.Of("decimals go through doubles", source => new DecimalsThroughDoubles(source), SyncLawIds.Slc917UnusualValuesArrive),
        Mutant.Of("times lose what is below a second", source => new TimesLoseFractions(source), SyncLawIds.Slc917UnusualValuesArrive),
    ];

    /// <summary>A connector that changes the objects that it delivers.</summary>
    private abstract class Changed(MemorySource source) : LogFacade(source)
    {
        protected override SyncDelta Projected(SyncDelta delta, OperationOptions options) =>
            base.Projected(delta.Object is { } item ? With(delta, Change(item)) : delta, options);

        protected override ConnectorObject Found(ConnectorObject found) => Change(found);

        protected virtual ConnectorObject Change(ConnectorObject item)
        {
            var builder = ConnectorObject.Build(item.ObjectClass, item.Uid, item.Name);
            foreach (var attribute in item)
            {
                if (!AttributeNames.Comparer.Equals(attribute.Name, AttributeNames.Uid) && !AttributeNames.Comparer.Equals(attribute.Name, AttributeNames.Name))
                    builder.Set(attribute.Name, Change(attribute));
            }

            return Finish(builder).Build();
        }

        protected virtual object? Change(ObjectAttribute attribute) => attribute.Value switch
        {
            object[] values => values.Select(ChangeValue).ToArray(),
            { } value => ChangeValue(value),
            null => null,
        };

        protected virtual object ChangeValue(object value) => value;

        protected virtual ConnectorObjectBuilder Finish(ConnectorObjectBuilder builder) => builder;
    }

    private static SyncDelta With(SyncDelta delta, ConnectorObject item, Uid? previous = null) => delta.Type switch
    {
        SyncDeltaType.Create => SyncDelta.Create(delta.Token, item),
        SyncDeltaType.Update => SyncDelta.Update(delta.Token, item, previous ?? delta.PreviousUid),
        _ => SyncDelta.CreateOrUpdate(delta.Token, item, previous ?? delta.PreviousUid),
    };

    private sealed class UnknownClassIsEmpty(MemorySource source) : LogFacade(source)
    {
        protected override ObjectClass? Served(ObjectClass objectClass) => objectClass.IsAll ? null : objectClass;
    }

    private sealed class ClassDenied(MemorySource source) : LogFacade(source)
    {
        public override ConnectorOperations Supports(ObjectClass objectClass) => objectClass == ObjectClass.Group ? ConnectorOperations.Search : base.Supports(objectClass);
    }

    private sealed class ClassFallsThrough(MemorySource source) : LogFacade(source)
    {
        protected override IEnumerable<SyncDelta> Deltas(MemoryChange change, ConnectorObject? item, LogPosition position, SyncRun run) =>
            change.Class == ObjectClass.Group ? [] : base.Deltas(change, item, position, run);
    }

    private sealed class AllIsEmpty(MemorySource source) : LogFacade(source)
    {
        public override async ValueTask<SyncResult> SyncAsync(SyncRun run, IAsyncSyncHandler handler, CancellationToken cancellation = default) =>
            run.ObjectClass.IsAll ? new(SyncOutcome.Drained, run.From, 0, 0, FinalTokenReported: false) : await base.SyncAsync(run, handler, cancellation);
    }

    private sealed class AllIsRefused(MemorySource source) : LogFacade(source)
    {
        protected override ObjectClass? Served(ObjectClass objectClass) => objectClass.IsAll ? throw new UnsupportedObjectClassException(objectClass, ObjectClasses, "Sync") : base.Served(objectClass);
    }

    private sealed class ClassNotFiltered(MemorySource source) : LogFacade(source)
    {
        protected override ObjectClass? Served(ObjectClass objectClass)
        {
            base.Served(objectClass);
            return null;
        }
    }

    private sealed class GroupsAsAccounts(MemorySource source) : LogFacade(source)
    {
        protected override IEnumerable<SyncDelta> Deltas(MemoryChange change, ConnectorObject? item, LogPosition position, SyncRun run) =>
            base.Deltas(change, item, position, run).Select(delta => delta.Object is { } built ? With(delta, ConnectorObject.Build(ObjectClass.Account, built.Uid, built.Name).Build()) : delta);
    }

    private sealed class AllDeletesNameFirstClass(MemorySource source) : LogFacade(source)
    {
        protected override IEnumerable<SyncDelta> Deltas(MemoryChange change, ConnectorObject? item, LogPosition position, SyncRun run) =>
            base.Deltas(change, item, position, run).Select(delta => run.ObjectClass.IsAll && delta.Type == SyncDeltaType.Delete ? SyncDelta.Delete(delta.Token, ObjectClass.Account, delta.Uid) : delta);
    }

    private sealed class AllLeavesOutGroups(MemorySource source) : LogFacade(source)
    {
        protected override ObjectClass? Served(ObjectClass objectClass) => objectClass.IsAll ? ObjectClass.Account : base.Served(objectClass);
    }

    private sealed class AllLeavesOutDeletes(MemorySource source) : LogFacade(source)
    {
        protected override IEnumerable<SyncDelta> Deltas(MemoryChange change, ConnectorObject? item, LogPosition position, SyncRun run) =>
            run.ObjectClass.IsAll && item is null && change.Class == ObjectClass.Group ? [] : base.Deltas(change, item, position, run);
    }

    private sealed class StalePreviousUid(MemorySource source) : LogFacade(source)
    {
        private Uid? _previous;

        protected override IEnumerable<SyncDelta> Deltas(MemoryChange change, ConnectorObject? item, LogPosition position, SyncRun run) =>
            base.Deltas(change, item, position, run).Select(delta =>
            {
                _previous = delta.PreviousUid ?? _previous;
                return delta.Object is { } built && _previous is { } previous && previous != delta.Uid ? SyncDelta.Update(delta.Token, built, previous) : delta;
            });
    }

    private sealed class RequiredMissing(MemorySource source) : Changed(source)
    {
        protected override object? Change(ObjectAttribute attribute) =>
            AttributeNames.Comparer.Equals(attribute.Name, "department") || AttributeNames.Comparer.Equals(attribute.Name, "members") ? null : attribute.Value;
    }

    private sealed class NumberAsText(MemorySource source) : Changed(source)
    {
        protected override object ChangeValue(object value) => value is int number ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : value;
    }

    private sealed class SingleAsList(MemorySource source) : Changed(source)
    {
        protected override object? Change(ObjectAttribute attribute) => attribute.Value is string text ? new object[] { text } : attribute.Value;
    }

    private sealed class UndeclaredAttribute(MemorySource source) : Changed(source)
    {
        protected override ConnectorObjectBuilder Finish(ConnectorObjectBuilder builder) => builder.Set("rowVersion", 7);
    }

    private sealed class ProjectionDropsChanges(MemorySource source) : LogFacade(source)
    {
        protected override IEnumerable<SyncDelta> Deltas(MemoryChange change, ConnectorObject? item, LogPosition position, SyncRun run) =>
            run.Options.AttributesToGet is { } wanted && item is not null && !wanted.Any(name => item[name] is not null) ? [] : base.Deltas(change, item, position, run);
    }

    private sealed class ProjectionDropsDeletes(MemorySource source) : LogFacade(source)
    {
        protected override IEnumerable<SyncDelta> Deltas(MemoryChange change, ConnectorObject? item, LogPosition position, SyncRun run) =>
            run.Options.AttributesToGet is not null && item is null ? [] : base.Deltas(change, item, position, run);
    }

    private sealed class NoDeletes(MemorySource source) : LogFacade(source)
    {
        protected override IEnumerable<SyncDelta> Deltas(MemoryChange change, ConnectorObject? item, LogPosition position, SyncRun run) =>
            change.Kind == MemoryChangeKind.Deleted ? [] : base.Deltas(change, item, position, run);
    }

    private sealed class DeleteSpellsOtherwise(MemorySource source) : LogFacade(source)
    {
        protected override IEnumerable<SyncDelta> Deltas(MemoryChange change, ConnectorObject? item, LogPosition position, SyncRun run) =>
            base.Deltas(change, item, position, run).Select(delta => delta.Type == SyncDeltaType.Delete ? SyncDelta.Delete(delta.Token, delta.ObjectClass, new Uid(delta.Uid.Value.ToUpperInvariant())) : delta);
    }

    private sealed class DeletesLast(MemorySource source) : LogFacade(source)
    {
        protected override async ValueTask<IReadOnlyList<MemoryChange>> LogAsync(MemoryConnection connection, ObjectClass? objectClass, LogPosition after, int pageSize, CancellationToken cancellation) =>
            [.. (await base.LogAsync(connection, objectClass, after, pageSize, cancellation)).OrderBy(change => change.Object is null)];
    }

    private sealed class LeavingForgotten(MemorySource source) : LogFacade(source)
    {
        protected override IEnumerable<SyncDelta> Deltas(MemoryChange change, ConnectorObject? item, LogPosition position, SyncRun run) =>
            change.Kind == MemoryChangeKind.LeftScope ? [] : base.Deltas(change, item, position, run);
    }

    private sealed class PreviousUidMissing(MemorySource source) : LogFacade(source)
    {
        protected override IEnumerable<SyncDelta> Deltas(MemoryChange change, ConnectorObject? item, LogPosition position, SyncRun run) =>
            base.Deltas(change with { PreviousUid = null }, item, position, run);
    }

    private sealed class RenameInTwo(MemorySource source) : LogFacade(source)
    {
        protected override IEnumerable<SyncDelta> Deltas(MemoryChange change, ConnectorObject? item, LogPosition position, SyncRun run) =>
            change.PreviousUid is { } previous
                ? base.Deltas(change with { PreviousUid = null, IsNew = true }, item, position, run).Prepend(SyncDelta.Delete(Format(position with { Sequence = position.Sequence - 1 }), change.Class, previous))
                : base.Deltas(change, item, position, run);
    }

    private sealed class FirstRunLeavesOutNew(MemorySource source) : LogFacade(source)
    {
        protected override IEnumerable<SyncDelta> Deltas(MemoryChange change, ConnectorObject? item, LogPosition position, SyncRun run) =>
            position.IsFirstRun && change.IsNew && change.Commit > 20 ? [] : base.Deltas(change, item, position, run);
    }

    private sealed class OneStateBehind(MemorySource source) : LogFacade(source)
    {
        protected override IEnumerable<SyncDelta> Deltas(MemoryChange change, ConnectorObject? item, LogPosition position, SyncRun run) =>
            base.Deltas(change, !change.IsNew && item is not null && Source.Look((_, _) => Source.LogAfter(change.Class, 0).LastOrDefault(other => other.Uid == change.Uid && other.Sequence < change.Sequence)) is { Object: { } before } ? before : item, position, run);
    }

    private sealed class SearchShowsLess(MemorySource source) : LogFacade(source)
    {
        protected override ConnectorObject Found(ConnectorObject found) => ConnectorObject.Build(found.ObjectClass, found.Uid, found.Name).Build();
    }

    private sealed class SearchMissesGroups(MemorySource source) : LogFacade(source)
    {
        public override async IAsyncEnumerable<ConnectorObject> SearchAsync(
            ObjectClass objectClass, Filter? filter = null, OperationOptions? options = null, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
        {
            await foreach (var found in base.SearchAsync(objectClass, filter, options, cancellation))
            {
                if (!found.Name.Value.Contains('-', StringComparison.Ordinal))
                    yield return found;
            }
        }
    }

    private sealed class TextsTrimmed(MemorySource source) : Changed(source)
    {
        protected override object ChangeValue(object value) => value is string text ? text.Trim() : value;
    }

    private sealed class NamesTrimmed(MemorySource source) : Changed(source)
    {
        protected override ConnectorObject Change(ConnectorObject item)
        {
            var builder = ConnectorObject.Build(item.ObjectClass, item.Uid, item.Name.Value.Trim());
            foreach (var attribute in item)
            {
                if (!AttributeNames.Comparer.Equals(attribute.Name, AttributeNames.Uid) && !AttributeNames.Comparer.Equals(attribute.Name, AttributeNames.Name))
                    builder.Set(attribute.Name, attribute.Value);
            }

            return builder.Build();
        }
    }

    // Decoded as it was encoded, with a slash between the parts; a uid has none in any test that an author thinks of.
    private sealed class TokenSplitsUid(MemorySource source) : LogFacade(source)
    {
        protected override LogPosition Parse(SyncToken token) => token.AsString().Split('/').Length is 2 or 4
            ? base.Parse(token)
            : throw new FormatException("A log position reads source/number or source/number/class/uid.");
    }

    private sealed class TextsNormalised(MemorySource source) : Changed(source)
    {
        protected override object ChangeValue(object value) => value is string text ? text.Normalize(NormalizationForm.FormC) : value;
    }

    private sealed class TextsCut(MemorySource source) : Changed(source)
    {
        protected override object ChangeValue(object value) => value is string { Length: > 255 } text ? text[..255] : value;
    }

    private sealed class ListsCut(MemorySource source) : Changed(source)
    {
        protected override object? Change(ObjectAttribute attribute) => attribute.Value is object[] { Length: > 100 } values ? values[..100] : attribute.Value;
    }

    private sealed class EmptyIsNull(MemorySource source) : Changed(source)
    {
        protected override object? Change(ObjectAttribute attribute) => attribute.Value is "" ? null : attribute.Value;
    }

    private sealed class DecimalsThroughDoubles(MemorySource source) : Changed(source)
    {
        protected override object ChangeValue(object value) => value is decimal number and < 1e27m and > -1e27m ? (decimal)(double)number : value;
    }

    private sealed class TimesLoseFractions(MemorySource source) : Changed(source)
    {
        protected override object ChangeValue(object value) => value is DateTimeOffset time ? time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond)) : value;
    }
}
