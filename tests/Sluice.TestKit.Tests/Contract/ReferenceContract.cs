namespace Sluice.TestKit.Tests;

/// <summary>The kit as an author uses it.</summary>
public sealed class ReferenceContract : ConnectorContract
{
    public static IEnumerable<ObjectClass> ObjectClasses => [ObjectClass.Account, ObjectClass.Group];

    protected override IReadOnlyList<HostProfile> SafeFor => HostProfile.All;

    protected override Task<IConnectorHarness> CreateAsync(CancellationToken cancellation) =>
        Task.FromResult<IConnectorHarness>(new MemoryLogHarness(new(), source => new LogFacade(source)));
}
