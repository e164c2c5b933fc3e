namespace Sluice.TestKit;

/// <summary>The laws that the kit proves.</summary>
internal static class ContractLaws
{
    /// <summary>Every law, by ascending id.</summary>
    public static IReadOnlyList<IContractLaw> All { get; } =
    [
        new SupportedObjectClass(),
        new RefuseOtherClasses(),
        new AllIsServedOrRefused(),
        new DeltaClassIsRequested(),
        new AllDeltasNameTheirClass(),
        new TokenResultWhenDrained(),
        new NoNewerTokenAfterStop(),
        new DeltaCarriesToken(),
        new TokensMoveForward(),
        new FinalTokenNotOlder(),
        new OneTokenType(),
        new NullableToken(),
        new InvariantToken(),
        new ExpiredToken(),
        new ForeignToken(),
        new EqualTokensAtBoundary(),
        new LatestTokenIsLatest(),
        new PositionBeforeData(),
        new BoundedRunProgresses(),
        new PageAdvances(),
        new UseHandlerAnswer(),
        new NoDeltaAfterStop(),
        new HandlerExceptionPasses(),
        new DeltasStream(),
        new CancellationReachesSource(),
        new IteratorCloses(),
        new NoConcurrentHandler(),
        new NoCallAfterReturn(),
        new ErrorNotSwallowed(),
        new NoLockWhileDelivering(),
        new LatestTokenIsPure(),
        new DeltaCarriesObject(),
        new DeltaUidIsObjectUid(),
        new PreviousUid(),
        new ValuesFitSchema(),
        new ProjectionKeepsChanges(),
        new AttributesAreDeclared(),
        new NoNullDelta(),
        new LatestMeansNow(),
        new FirstRunIsComplete(),
        new ResumeFromAnyToken(),
        new StopAndResume(),
        new DeletesAreSeen(),
        new RenameIsOneDelta(),
        new LateCommit(),
        new IrrelevantChangesMove(),
        new ReplayConverges(),
        new TokenSurvivesTransport(),
        new FaultLosesNothing(),
        new InterleavingsConverge(),
        new SyncAndSearchAgree(),
        new AllIsUnion(),
        new FlatMemory(),
        new RunsAreIndependent(),
        new UnusualValuesArrive(),
        new ClockMayGoBack(),
    ];

    /// <summary>A law by its id.</summary>
    public static IContractLaw Find(string id) =>
        All.FirstOrDefault(law => law.Id == id) ?? throw new ArgumentException($"The kit does not prove '{id}'; it proves {string.Join(", ", All.Select(law => law.Id))}.", nameof(id));
}
