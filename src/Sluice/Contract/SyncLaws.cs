using static Sluice.LawEnforcers;

namespace Sluice;

/// <summary>The sync contract as a numbered list: the one place where its laws are kept. To add a law is to add a row here, its enforcers and its page.</summary>
#if NETSTANDARD2_0
// Linked into the analyzers, where it stays internal: a test that sees both assemblies must not see two public types of one name.
internal
#else
public
#endif
static class SyncLaws
{
    private static readonly SyncLaw[] Rows =
    [
        new(SyncLawIds.Slc001PartialTypes, "A connector, its object classes and its configuration are partial, and so is every type around them", "Nothing can be generated into the type.", Analyzer | HasFix, Analyzer | HasFix),
        new(SyncLawIds.Slc002ConnectorClass, "A connector, and its configuration, is a concrete, non-static, non-generic class with an accessible constructor", "No facade can be generated.", Analyzer, Analyzer),
        new(SyncLawIds.Slc003UniqueConnectorName, "Connector names are non-empty and unique in the assembly", "A host that chooses connectors by name gets the wrong one.", Analyzer, Analyzer),
        new(SyncLawIds.Slc004SyncNeedsLatestToken, "An object class that has a sync has a latest sync token, and the reverse", "A host cannot start \"from now\", or has a position with nothing to sync from it.", Analyzer | HasFix, Analyzer | HasFix),
        new(SyncLawIds.Slc005OperationShape, "An operation method has one of the documented shapes", "The operation is missing from the facade.", Analyzer | HasFix, Analyzer | HasFix),
        new(SyncLawIds.Slc006OneMethodPerOperation, "There is one method per operation and object class", "Which one would be called is undecided.", Analyzer, Analyzer),
        new(SyncLawIds.Slc007OneUidOneName, "An object class has exactly one uid and one name (they may be the same member)", "Objects cannot be identified.", Analyzer | HasFix, Analyzer | HasFix),
        new(SyncLawIds.Slc008SupportedAttributeType, "An attribute's type is a supported connector value type", "Its values cannot be carried exactly, so the attribute is left out.", Analyzer, Analyzer),
        new(SyncLawIds.Slc009UniqueAttributeNames, "Attribute names are unique ignoring case and do not use the reserved __X__ form", "One attribute silently replaces another.", Analyzer, Analyzer),
        new(SyncLawIds.Slc010ConfigurationPropertyType, "A configuration property's type is supported and settable", "The property cannot be bound.", Analyzer, Analyzer),
        new(SyncLawIds.Slc011ValidationAttributeFits, "A validation attribute fits the property that it sits on", "The validation never takes place, or always fails.", Analyzer, Analyzer),
        new(SyncLawIds.Slc012OperationOfConnector, "An operation method belongs to a class with [Connector], or to a base class of one", "Nothing is generated for the method, so no host ever calls it.", Analyzer | HasFix, Analyzer | HasFix),
        new(SyncLawIds.Slc101SupportedObjectClass, "A facade is asked only for object classes that its connector supports", "The call fails, or a wrong object class is served.", Analyzer | Guard | Kit, Analyzer | Guard | Kit),
        new(SyncLawIds.Slc102WellKnownClassName, "An object class name is not a malformed well-known one (_ACCOUNT_, __GROPU__)", "No host asks for that class, so its objects are never synchronized.", Analyzer | HasFix, Analyzer | HasFix),
        new(SyncLawIds.Slc103RefuseOtherClasses, "A method that serves several classes refuses the ones that it does not serve", "A host believes that it is in sync with a class that is never read.", Analyzer | HasFix | Kit, Analyzer | HasFix | Kit),
        new(SyncLawIds.Slc104AllIsServedOrRefused, "__ALL__ is served by real work or refused, never by an empty branch", "A host believes that it is in sync and sees no change at all.", Analyzer | Kit, Analyzer | Kit),
        new(SyncLawIds.Slc105DeltaClassIsRequested, "A delta's class is the requested one, unless __ALL__ was requested", "Accounts are handled as groups, or the reverse.", Guard | Kit, Guard | Kit),
        new(SyncLawIds.Slc106AllDeltasNameTheirClass, "Under __ALL__ every delta, deletes included, names its class", "A delete hits an object of another class, or none.", Analyzer | Guard | Kit, Analyzer | Guard | Kit),
        new(SyncLawIds.Slc107DeclaredOperationWorks, "An operation that a connector declares is no stub", "A host schedules a synchronization that does nothing, or fails every time.", Analyzer, Analyzer),
        new(SyncLawIds.Slc201TokenResultWhenDrained, "A handler-shaped sync hands over a token result on every normal path that drained the changes", "The position stands still on idle or filtered ranges, which are read again and again.", Analyzer | HasFix | Kit, Analyzer | HasFix | Kit),
        new(SyncLawIds.Slc202NoNewerTokenAfterStop, "After a stop there is no token result newer than the last accepted delta's", "Changes that were not handled yet are skipped for ever.", Analyzer | HasFix | Guard | Kit, Analyzer | HasFix | Guard | Kit),
        new(SyncLawIds.Slc203OneTokenResult, "There is one token result per run", "Which position is the right one is undecided; a wrong one loses changes.", Analyzer | Guard, Analyzer | Guard),
        new(SyncLawIds.Slc204DeltaAfterTokenResult, "No delta comes after the token result", "The delta lies before the stored position in the stream but was delivered after it; after a crash it is lost.", Analyzer | Guard, Analyzer | Guard),
        new(SyncLawIds.Slc205DeltaCarriesToken, "Every delta carries a token, and a sync from it delivers everything after that token's group", "A run that stops or fails cannot resume without losing or repeating changes.", Heuristic | Guard | Kit, Heuristic | Guard | Kit),
        new(SyncLawIds.Slc206TokensMoveForward, "Tokens never move backwards within a run, nor behind the input", "Changes are repeated, or skipped when the run resumes.", Guard | Kit, Guard | Kit),
        new(SyncLawIds.Slc207FinalTokenNotOlder, "The final token is not older than the last delta's, nor than the input", "Changes are delivered again in every run.", Guard | Kit, Guard | Kit),
        new(SyncLawIds.Slc208OneTokenType, "Latest token and sync token have one type", "The first sync from a latest token fails.", Analyzer | Guard | Kit, Analyzer | Guard | Kit),
        new(SyncLawIds.Slc209TokenFromLocalClock, "A token is not taken from the local clock", "Changes are lost by as much as the clocks of the two machines differ.", Heuristic, Heuristic),
        new(SyncLawIds.Slc210TokenValueType, "A token's value type is in the table of token types", "The token cannot be stored and given back exactly.", Analyzer | HasFix | Guard, Analyzer | HasFix | Guard),
        new(SyncLawIds.Slc211NullableToken, "The token parameter is nullable: null means from the beginning", "A first run fails, or starts somewhere else.", Analyzer | HasFix | Kit, Analyzer | HasFix | Kit),
        new(SyncLawIds.Slc212PositionInField, "The position is not kept in a field; state lives in the token", "Positions of two runs mix, and are lost at a restart.", Heuristic, Heuristic),
        new(SyncLawIds.Slc213InvariantToken, "Tokens are formatted and parsed culture-invariantly and without loss of precision", "A token is read back as another position on another machine.", Analyzer | HasFix | Kit, Analyzer | HasFix | Kit),
        new(SyncLawIds.Slc214ExpiredToken, "A token that the source can no longer serve throws SyncTokenExpiredException", "The changes in the gap are lost without anybody noticing.", Kit, Kit),
        new(SyncLawIds.Slc215ForeignToken, "A token from another source (restored, failed over, other replica) is recognised", "Changes are skipped or repeated from a position that means something else there.", Kit, Kit),
        new(SyncLawIds.Slc216EqualTokensAtBoundary, "No change of a group of equal tokens is lost at the group's boundary", "The rest of a group is skipped when a run ends inside it.", Heuristic | Kit, Heuristic | Kit),
        new(SyncLawIds.Slc217LatestTokenIsLatest, "A latest token is neither a constant nor obtained by running the sync", "A host that starts \"from now\" reads everything, or nothing.", Heuristic | Kit, Heuristic | Kit),
        new(SyncLawIds.Slc218PositionBeforeData, "The latest or final position is read before the data, not after it", "What changes in between is lost.", Heuristic | Kit, Heuristic | Kit),
        new(SyncLawIds.Slc219BoundedRunProgresses, "A run bounded by its host makes progress: one accepted group moves the position", "A host that takes a few changes at a time never gets beyond the first.", Guard | Kit, Guard | Kit),
        new(SyncLawIds.Slc220PageAdvances, "A page or loop that does not advance is an error, not an endless loop", "The run never ends.", Guard | Kit, Guard | Kit),
        new(SyncLawIds.Slc221DeltasInTokenOrder, "Changes with positions of their own are not delivered in the order of a hash table", "A run that stops has delivered some of what comes later and skips some of what came before.", Heuristic, Heuristic),
        new(SyncLawIds.Slc222TokenOrder, "Tokens that are numbers are not compared as texts", "A range of changes is skipped, or read again, whenever a number gets another digit.", Heuristic, Heuristic),
        new(SyncLawIds.Slc301UseHandlerAnswer, "The handler's answer is used", "Deltas are delivered to a host that stopped, and their position is stored.", Analyzer | HasFix | Kit, Analyzer | HasFix | Kit),
        new(SyncLawIds.Slc302NoDeltaAfterStop, "The handler is not called again after it said stop", "Deltas that nobody handles are counted as handled.", Analyzer | Guard | Kit, Analyzer | Guard | Kit),
        new(SyncLawIds.Slc303HandlerDoesNotEscape, "The handler does not reach a task that is not awaited, or a field read after the return", "Deltas arrive after the run is over, or never.", Analyzer, Analyzer),
        new(SyncLawIds.Slc304HandlerExceptionPasses, "An exception from the handler is not swallowed", "A change that failed is counted as handled.", Analyzer | HasFix | Kit, Analyzer | HasFix | Kit),
        new(SyncLawIds.Slc305DeltasStream, "Deltas stream; a run does not hold them all", "Memory grows with the number of changes, and the first delta comes late.", Analyzer | Kit, Analyzer | Kit),
        new(SyncLawIds.Slc306CancellationReachesSource, "Cancellation reaches every await and the source", "A run cannot be ended, and its connection stays open.", Analyzer | HasFix | Kit, Analyzer | HasFix | Kit),
        new(SyncLawIds.Slc307NoBlocking, "Nothing blocks on asynchronous work inside an operation", "Threads run out, or the operation deadlocks.", Analyzer, Analyzer),
        new(SyncLawIds.Slc308OperationIsAwaited, "An operation is awaited: no async void, no forgotten task", "Errors vanish, and the operation goes on after its return.", Analyzer, Analyzer),
        new(SyncLawIds.Slc309IteratorCloses, "What an iterator opens is closed when the iteration is abandoned", "Every stopped run leaves a connection or a file open.", Heuristic | Kit, Heuristic | Kit),
        new(SyncLawIds.Slc310NoChangeAfterHandover, "A delta or object is not changed after it was handed over", "The host handles values that belong to another delta.", Heuristic, Heuristic),
        new(SyncLawIds.Slc311NoConcurrentHandler, "The handler is not called concurrently", "Two deltas of one object are handled in the wrong order.", Analyzer | Guard | Kit, Analyzer | Guard | Kit),
        new(SyncLawIds.Slc312NoCallAfterReturn, "The handler is not called after the operation returned", "A delta is handled after the position was stored without it.", Guard | Kit, Guard | Kit),
        new(SyncLawIds.Slc313ErrorNotSwallowed, "An error of the source or of one record is not swallowed while the position moves on", "The record's change is lost for ever.", Heuristic | Kit, Heuristic | Kit),
        new(SyncLawIds.Slc314NoLockWhileDelivering, "No lock or transaction of the source is held while deltas are delivered", "A slow host blocks the writers of the source.", Heuristic | Kit, Heuristic | Kit),
        new(SyncLawIds.Slc315LatestTokenIsPure, "Asking for the latest token has no side effects", "Asking moves the position of a run, or locks the source.", Kit, Kit),
        new(SyncLawIds.Slc316ParametersNotText, "Values of tokens and filters are parameters, never spliced into query text", "A value with a quote breaks the query, or changes what it does.", Analyzer, Analyzer),
        new(SyncLawIds.Slc317StopByReturning, "A sync that its handler stops returns; it does not throw", "The host sees a failed run where everything went as it wanted.", Analyzer, Analyzer),
        new(SyncLawIds.Slc401DeltaCarriesObject, "Create, update and create-or-update carry an object; a delete needs none", "The host knows that something changed, but not to what.", Analyzer | Guard | Kit, Analyzer | Guard | Kit),
        new(SyncLawIds.Slc402DeltaUidIsObjectUid, "The delta's uid is its object's uid", "The change is written to another object.", Guard | Kit, Guard | Kit),
        new(SyncLawIds.Slc403PreviousUid, "A previous uid stands only on an update-like delta and differs from the uid", "A rename is handled as a delete and a create, or the reverse.", Analyzer | Guard | Kit, Analyzer | Guard | Kit),
        new(SyncLawIds.Slc404DeltaTypeIsSet, "A delta's type is set", "The host cannot know what to do.", Analyzer | Guard, Analyzer | Guard),
        new(SyncLawIds.Slc405ValuesFitSchema, "Required attributes are present; values fit the schema's types and multiplicity", "The host fails on the object, or stores something else.", Guard | Kit, Guard | Kit),
        new(SyncLawIds.Slc406SecretsAreGuarded, "Secrets travel as GuardedString, never as text", "A password ends up in a log, a dump or a message.", Analyzer | HasFix | Guard, Analyzer | HasFix | Guard),
        new(SyncLawIds.Slc407ProjectionKeepsChanges, "What attributesToGet leaves out does not decide whether a change is delivered", "Changes are lost for a host that asks for fewer attributes.", Kit, Kit),
        new(SyncLawIds.Slc408AttributesAreDeclared, "Every attribute returned is in the schema, with its declared type", "The host drops the attribute or fails on it.", Guard | Kit, Guard | Kit),
        new(SyncLawIds.Slc409NoNullDelta, "A connector hands over a delta, never null", "The run ends in an error at a place that says nothing about the cause.", Guard | Kit, Guard | Kit),
        new(SyncLawIds.Slc410AnswersUid, "A connector that creates, updates, authenticates or resolves answers with a uid", "The host links an object to nothing, and creates it again.", Guard, Guard),
        new(SyncLawIds.Slc501SecretIsConfidential, "A property that holds a secret is a confidential GuardedString", "The secret is shown, stored and logged as text.", Heuristic | HasFix, Heuristic | HasFix),
        new(SyncLawIds.Slc502SecretIsNotLogged, "A secret is not logged, formatted or put into an exception", "The secret ends up where many can read it.", Heuristic, Heuristic),
        new(SyncLawIds.Slc503NoMutableStatics, "Connectors keep no mutable static state", "Two systems of one kind mix their data.", Analyzer, Analyzer),
        new(SyncLawIds.Slc504ConfigurationIsConstant, "Configuration is not changed by the connector", "Two runs work with different settings.", Heuristic, Heuristic),
        new(SyncLawIds.Slc901LatestMeansNow, "Latest means now: a sync from it delivers nothing, and then the next change and only it", "Changes are lost or repeated when a host starts.", Kit, Kit),
        new(SyncLawIds.Slc902FirstRunIsComplete, "A first run from null delivers every live object and converges to what the source holds", "Objects are missing from the start and never noticed.", Kit, Kit),
        new(SyncLawIds.Slc903ResumeFromAnyToken, "Resuming from any delta's token delivers exactly the rest", "A crash in the middle of a run loses or repeats changes.", Kit, Kit),
        new(SyncLawIds.Slc904StopAndResume, "Stopping at any delta and resuming from the returned token loses nothing and repeats at most one token group", "Bounded runs lose changes.", Kit, Kit),
        new(SyncLawIds.Slc905DeletesAreSeen, "Deletes are seen, in order with re-creations", "Leavers keep their accounts, or new ones lose them.", Kit, Kit),
        new(SyncLawIds.Slc906RenameIsOneDelta, "A rename is one delta with the previous uid", "The renamed object is deleted and created again, with all that hangs on it.", Kit, Kit),
        new(SyncLawIds.Slc907LateCommit, "A change committed late (an older transaction, a slower clock) is still delivered", "It is lost for ever, at random, under load.", Kit, Kit),
        new(SyncLawIds.Slc908IrrelevantChangesMove, "Irrelevant changes move the token", "An idle stream reads the same range again for ever.", Kit, Kit),
        new(SyncLawIds.Slc909ReplayConverges, "Replaying from an old token converges to the same state", "A restored host ends up with other data than the source.", Kit, Kit),
        new(SyncLawIds.Slc910TokenSurvivesTransport, "A token survives text, JSON and process boundaries", "A restart resumes from another position.", Kit, Kit),
        new(SyncLawIds.Slc911FaultLosesNothing, "A fault of the source at any point loses nothing on resume", "Changes are lost whenever the network fails.", Kit, Kit),
        new(SyncLawIds.Slc912InterleavingsConverge, "Random interleavings of writes, stops, faults, restarts and resumes converge", "Some order of events that nobody thought of loses changes.", Kit, Kit),
        new(SyncLawIds.Slc913SyncAndSearchAgree, "Sync and search agree on the same object", "A reconciliation undoes what live sync did.", Kit, Kit),
        new(SyncLawIds.Slc914AllIsUnion, "__ALL__ equals the union of its classes", "Changes of some class are lost under __ALL__.", Kit, Kit),
        new(SyncLawIds.Slc915FlatMemory, "Memory stays flat as the number of changes grows", "A large backlog ends the process.", Kit, Kit),
        new(SyncLawIds.Slc916RunsAreIndependent, "Two classes, two facades and two runs do not disturb each other", "Changes are lost when two things happen at once.", Kit, Kit),
        new(SyncLawIds.Slc917UnusualValuesArrive, "Unusual values (long, empty, many-valued, combining, control characters, binary) arrive unchanged", "Names and data are damaged on the way.", Kit, Kit),
        new(SyncLawIds.Slc918ClockMayGoBack, "The source's clock going back, or sharing one tick among many changes, loses nothing", "Changes are lost at a clock adjustment or under load.", Kit, Kit),
    ];

    /// <summary>Every law, by ascending id.</summary>
    public static IReadOnlyList<SyncLaw> All { get; } = Array.AsReadOnly(Rows);

    /// <summary>The law of an id, or null.</summary>
    /// <param name="id">One of <see cref="SyncLawIds"/>.</param>
    public static SyncLaw? Find(string id) => Array.Find(Rows, law => string.Equals(law.Id, id, StringComparison.Ordinal));

    /// <summary>The address of a law's page.</summary>
    /// <param name="id">One of <see cref="SyncLawIds"/>.</param>
    public static string HelpLink(string id) => "https://sluice.example/laws/" + id;
}
