using NUnit.Framework;

namespace Sluice.TestKit;

/// <summary>
/// The sync contract as an NUnit fixture: derive, say which classes there are (<c>public static IEnumerable&lt;ObjectClass&gt; ObjectClasses</c>)
/// and make a harness. Each law becomes a test of its own for each class and <c>__ALL__</c>, in a category named by its id.
/// </summary>
[TestFixture]
public abstract class ConnectorContract
{
    private ContractRunner? _runner;

    /// <summary>How the kit runs; from the environment unless overridden.</summary>
    protected virtual ContractSettings Settings => ContractSettings.FromEnvironment();

    /// <summary>The hosts for which the connector shall be safe: a test fails where it is not. For the others the card tells it.</summary>
    protected virtual IReadOnlyList<HostProfile> SafeFor => [HostProfile.SafePosition];

    /// <summary>The runner behind the tests of this fixture.</summary>
    protected ContractRunner Runner => _runner ??= new ContractRunner(CreateAsync, Settings);

    /// <summary>Makes a fresh native system and the harness around it; called for each test.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    protected abstract Task<IConnectorHarness> CreateAsync(CancellationToken cancellation);
}
