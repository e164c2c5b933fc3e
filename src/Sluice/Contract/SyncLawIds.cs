namespace Sluice;

/// <summary>The ids of the sync laws: the same in analyzers, exceptions, contract tests and documentation.</summary>
#if NETSTANDARD2_0
// Linked into the analyzers, where it stays internal: a test that sees both assemblies must not see two public types of one name.
internal
#else
public
#endif
static class SyncLawIds
{
    /// <summary>A connector, its object classes and its configuration are partial, and so is every type around them.</summary>
    public const string Slc001PartialTypes = "SLC001";

    /// <summary>A connector is a concrete, non-static, non-generic class with an accessible constructor.</summary>
    public const string Slc002ConnectorClass = "SLC002";

    /// <summary>Connector names are non-empty and unique in the assembly.</summary>
    public const string Slc003UniqueConnectorName = "SLC003";

    /// <summary>An object class that has a sync has a latest sync token, and the reverse.</summary>
    public const string Slc004SyncNeedsLatestToken = "SLC004";

    /// <summary>An operation method has one of the documented shapes.</summary>
    public const string Slc005OperationShape = "SLC005";

    /// <summary>There is one method per operation and object class.</summary>
    public const string Slc006OneMethodPerOperation = "SLC006";

    /// <summary>An object class has exactly one uid and one name (they may be the same member).</summary>
    public const string Slc007OneUidOneName = "SLC007";

    /// <summary>An attribute's type is a supported connector value type.</summary>
    public const string Slc008SupportedAttributeType = "SLC008";

    /// <summary>Attribute names are unique ignoring case and do not use the reserved __X__ form.</summary>
    public const string Slc009UniqueAttributeNames = "SLC009";

    /// <summary>A configuration property's type is supported and settable.</summary>
    public const string Slc010ConfigurationPropertyType = "SLC010";

    /// <summary>A validation attribute fits the property that it sits on.</summary>
    public const string Slc011ValidationAttributeFits = "SLC011";

    /// <summary>An operation method belongs to a class with <c>[Connector]</c>, or to a base class of one.</summary>
    public const string Slc012OperationOfConnector = "SLC012";

    /// <summary>A facade is asked only for object classes that its connector supports.</summary>
    public const string Slc101SupportedObjectClass = "SLC101";

    /// <summary>An object class name is not a malformed well-known one (_ACCOUNT_, __GROPU__).</summary>
    public const string Slc102WellKnownClassName = "SLC102";

    /// <summary>A method that serves several classes refuses the ones that it does not serve.</summary>
    public const string Slc103RefuseOtherClasses = "SLC103";

    /// <summary>__ALL__ is served by real work or refused, never by an empty branch.</summary>
    public const string Slc104AllIsServedOrRefused = "SLC104";

    /// <summary>A delta's class is the requested one, unless __ALL__ was requested.</summary>
    public const string Slc105DeltaClassIsRequested = "SLC105";

    /// <summary>Under __ALL__ every delta, deletes included, names its class.</summary>
    public const string Slc106AllDeltasNameTheirClass = "SLC106";

    /// <summary>An operation that a connector declares is no stub.</summary>
    public const string Slc107DeclaredOperationWorks = "SLC107";

    /// <summary>A handler-shaped sync hands over a token result on every normal path that drained the changes.</summary>
    public const string Slc201TokenResultWhenDrained = "SLC201";

    /// <summary>After a stop there is no token result newer than the last accepted delta's.</summary>
    public const string Slc202NoNewerTokenAfterStop = "SLC202";

    /// <summary>There is one token result per run.</summary>
    public const string Slc203OneTokenResult = "SLC203";

    /// <summary>No delta comes after the token result.</summary>
    public const string Slc204DeltaAfterTokenResult = "SLC204";

    /// <summary>Every delta carries a token, and a sync from it delivers everything after that token's group.</summary>
    public const string Slc205DeltaCarriesToken = "SLC205";

    /// <summary>Tokens never move backwards within a run, nor behind the input.</summary>
    public const string Slc206TokensMoveForward = "SLC206";

    /// <summary>The final token is not older than the last delta's, nor than the input.</summary>
    public const string Slc207FinalTokenNotOlder = "SLC207";

    /// <summary>Latest token and sync token have one type.</summary>
    public const string Slc208OneTokenType = "SLC208";

    /// <summary>A token is not taken from the local clock.</summary>
    public const string Slc209TokenFromLocalClock = "SLC209";

    /// <summary>A token's value type is in the table of token types.</summary>
    public const string Slc210TokenValueType = "SLC210";

    /// <summary>The token parameter is nullable: null means from the beginning.</summary>
    public const string Slc211NullableToken = "SLC211";

    /// <summary>The position is not kept in a field; state lives in the token.</summary>
    public const string Slc212PositionInField = "SLC212";

    /// <summary>Tokens are formatted and parsed culture-invariantly and without loss of precision.</summary>
    public const string Slc213InvariantToken = "SLC213";

    /// <summary>A token that the source can no longer serve throws SyncTokenExpiredException.</summary>
    public const string Slc214ExpiredToken = "SLC214";

    /// <summary>A token from another source (restored, failed over, other replica) is recognised.</summary>
    public const string Slc215ForeignToken = "SLC215";

    /// <summary>No change of a group of equal tokens is lost at the group's boundary.</summary>
    public const string Slc216EqualTokensAtBoundary = "SLC216";

    /// <summary>A latest token is neither a constant nor obtained by running the sync.</summary>
    public const string Slc217LatestTokenIsLatest = "SLC217";

    /// <summary>The latest or final position is read before the data, not after it.</summary>
    public const string Slc218PositionBeforeData = "SLC218";

    /// <summary>A run bounded by its host makes progress: one accepted group moves the position.</summary>
    public const string Slc219BoundedRunProgresses = "SLC219";

    /// <summary>A page or loop that does not advance is an error, not an endless loop.</summary>
    public const string Slc220PageAdvances = "SLC220";

    /// <summary>Changes with positions of their own come in the order of their positions.</summary>
    public const string Slc221DeltasInTokenOrder = "SLC221";

    /// <summary>Tokens that are numbers are compared as numbers.</summary>
    public const string Slc222TokenOrder = "SLC222";

    /// <summary>The handler's answer is used.</summary>
    public const string Slc301UseHandlerAnswer = "SLC301";

    /// <summary>The handler is not called again after it said stop.</summary>
    public const string Slc302NoDeltaAfterStop = "SLC302";

    /// <summary>The handler does not reach a task that is not awaited, or a field read after the return.</summary>
    public const string Slc303HandlerDoesNotEscape = "SLC303";

    /// <summary>An exception from the handler is not swallowed.</summary>
    public const string Slc304HandlerExceptionPasses = "SLC304";

    /// <summary>Deltas stream; a run does not hold them all.</summary>
    public const string Slc305DeltasStream = "SLC305";

    /// <summary>Cancellation reaches every await and the source.</summary>
    public const string Slc306CancellationReachesSource = "SLC306";

    /// <summary>Nothing blocks on asynchronous work inside an operation.</summary>
    public const string Slc307NoBlocking = "SLC307";

    /// <summary>An operation is awaited: no async void, no forgotten task.</summary>
    public const string Slc308OperationIsAwaited = "SLC308";

    /// <summary>What an iterator opens is closed when the iteration is abandoned.</summary>
    public const string Slc309IteratorCloses = "SLC309";

    /// <summary>A delta or object is not changed after it was handed over.</summary>
    public const string Slc310NoChangeAfterHandover = "SLC310";

    /// <summary>The handler is not called concurrently.</summary>
    public const string Slc311NoConcurrentHandler = "SLC311";

    /// <summary>The handler is not called after the operation returned.</summary>
    public const string Slc312NoCallAfterReturn = "SLC312";

    /// <summary>An error of the source or of one record is not swallowed while the position moves on.</summary>
    public const string Slc313ErrorNotSwallowed = "SLC313";

    /// <summary>No lock or transaction of the source is held while deltas are delivered.</summary>
    public const string Slc314NoLockWhileDelivering = "SLC314";

    /// <summary>Asking for the latest token has no side effects.</summary>
    public const string Slc315LatestTokenIsPure = "SLC315";

    /// <summary>Values of tokens and filters are parameters, never spliced into query text.</summary>
    public const string Slc316ParametersNotText = "SLC316";

    /// <summary>A sync that its handler stops returns; it does not throw.</summary>
    public const string Slc317StopByReturning = "SLC317";

    /// <summary>Create, update and create-or-update carry an object; a delete needs none.</summary>
    public const string Slc401DeltaCarriesObject = "SLC401";

    /// <summary>The delta's uid is its object's uid.</summary>
    public const string Slc402DeltaUidIsObjectUid = "SLC402";

    /// <summary>A previous uid stands only on an update-like delta and differs from the uid.</summary>
    public const string Slc403PreviousUid = "SLC403";

    /// <summary>A delta's type is set.</summary>
    public const string Slc404DeltaTypeIsSet = "SLC404";

    /// <summary>Required attributes are present; values fit the schema's types and multiplicity.</summary>
    public const string Slc405ValuesFitSchema = "SLC405";

    /// <summary>Secrets travel as GuardedString, never as text.</summary>
    public const string Slc406SecretsAreGuarded = "SLC406";

    /// <summary>What attributesToGet leaves out does not decide whether a change is delivered.</summary>
    public const string Slc407ProjectionKeepsChanges = "SLC407";

    /// <summary>Every attribute returned is in the schema, with its declared type.</summary>
    public const string Slc408AttributesAreDeclared = "SLC408";

    /// <summary>A connector hands over a delta, never null.</summary>
    public const string Slc409NoNullDelta = "SLC409";

    /// <summary>A connector that creates, updates, authenticates or resolves answers with a uid.</summary>
    public const string Slc410AnswersUid = "SLC410";

    /// <summary>A property that holds a secret is a confidential GuardedString.</summary>
    public const string Slc501SecretIsConfidential = "SLC501";

    /// <summary>A secret is not logged, formatted or put into an exception.</summary>
    public const string Slc502SecretIsNotLogged = "SLC502";

    /// <summary>Connectors keep no mutable static state.</summary>
    public const string Slc503NoMutableStatics = "SLC503";

    /// <summary>Configuration is not changed by the connector.</summary>
    public const string Slc504ConfigurationIsConstant = "SLC504";

    /// <summary>Latest means now: a sync from it delivers nothing, and then the next change and only it.</summary>
    public const string Slc901LatestMeansNow = "SLC901";

    /// <summary>A first run from null delivers every live object and converges to what the source holds.</summary>
    public const string Slc902FirstRunIsComplete = "SLC902";

    /// <summary>Resuming from any delta's token delivers exactly the rest.</summary>
    public const string Slc903ResumeFromAnyToken = "SLC903";

    /// <summary>Stopping at any delta and resuming from the returned token loses nothing and repeats at most one token group.</summary>
    public const string Slc904StopAndResume = "SLC904";

    /// <summary>Deletes are seen, in order with re-creations.</summary>
    public const string Slc905DeletesAreSeen = "SLC905";

    /// <summary>A rename is one delta with the previous uid.</summary>
    public const string Slc906RenameIsOneDelta = "SLC906";

    /// <summary>A change committed late (an older transaction, a slower clock) is still delivered.</summary>
    public const string Slc907LateCommit = "SLC907";

    /// <summary>Irrelevant changes move the token.</summary>
    public const string Slc908IrrelevantChangesMove = "SLC908";

    /// <summary>Replaying from an old token converges to the same state.</summary>
    public const string Slc909ReplayConverges = "SLC909";

    /// <summary>A token survives text, JSON and process boundaries.</summary>
    public const string Slc910TokenSurvivesTransport = "SLC910";

    /// <summary>A fault of the source at any point loses nothing on resume.</summary>
    public const string Slc911FaultLosesNothing = "SLC911";

    /// <summary>Random interleavings of writes, stops, faults, restarts and resumes converge.</summary>
    public const string Slc912InterleavingsConverge = "SLC912";

    /// <summary>Sync and search agree on the same object.</summary>
    public const string Slc913SyncAndSearchAgree = "SLC913";

    /// <summary>__ALL__ equals the union of its classes.</summary>
    public const string Slc914AllIsUnion = "SLC914";

    /// <summary>Memory stays flat as the number of changes grows.</summary>
    public const string Slc915FlatMemory = "SLC915";

    /// <summary>Two classes, two facades and two runs do not disturb each other.</summary>
    public const string Slc916RunsAreIndependent = "SLC916";

    /// <summary>Unusual values (long, empty, many-valued, combining, control characters, binary) arrive unchanged.</summary>
    public const string Slc917UnusualValuesArrive = "SLC917";

    /// <summary>The source's clock going back, or sharing one tick among many changes, loses nothing.</summary>
    public const string Slc918ClockMayGoBack = "SLC918";
}
