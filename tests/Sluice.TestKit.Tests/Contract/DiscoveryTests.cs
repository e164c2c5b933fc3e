using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;

namespace Sluice.TestKit.Tests;

/// <summary>The tests of a contract as NUnit finds them.</summary>
public sealed class DiscoveryTests
{
    [Test]
    public void Each_law_is_a_test_for_each_class_in_the_category_of_its_id()
    {
        var tests = Tests(typeof(ReferenceContract)).ToList();

        var stop = tests.Where(test => test.Name.StartsWith("SLC904", StringComparison.Ordinal)).ToList();
        Assert.That(stop.Select(test => test.Name), Is.EqualTo(new[] { "SLC904 StopAndResume(__ACCOUNT__)", "SLC904 StopAndResume(__GROUP__)", "SLC904 StopAndResume(__ALL__)" }));
        Assert.That(stop.SelectMany(test => test.Properties["Category"].Cast<string>()), Is.All.EqualTo("SLC904"));
        Assert.That(tests.Select(test => test.Name.Split(' ')[0]).Distinct(StringComparer.Ordinal), Is.SupersetOf(ContractRunner.LawIds));
        Assert.That(tests, Is.All.Matches<ITest>(test => test?.RunState == RunState.Runnable));
    }

    [TestCase(typeof(NoClasses), "has no property 'public static IEnumerable<ObjectClass> ObjectClasses'")]
    [TestCase(typeof(EmptyClasses), "names no object class")]
    [TestCase(typeof(ThrowingClasses), "threw InvalidOperationException: not today")]
    public void A_contract_that_does_not_name_its_classes_is_not_silently_empty(Type fixture, string reason)
    {
        var tests = Tests(fixture).ToList();

        Assert.That(tests, Is.Not.Empty);
        Assert.That(tests, Is.All.Matches<ITest>(test => test?.RunState == RunState.NotRunnable));
        Assert.That(tests.Select(test => test.Properties.Get("_SKIPREASON")), Is.All.Contains(reason));
    }

    [Test]
    public async Task The_card_is_written_when_the_fixture_is_done()
    {
        var contract = new ReferenceContract();
        await contract.Law(SyncLawIds.Slc901LatestMeansNow, ObjectClass.Account);

        await contract.WriteCard();

        var folder = TestContext.CurrentContext.WorkDirectory;
        Assert.That(CardJson.Read(await File.ReadAllTextAsync(Path.Combine(folder, "ReferenceContract.card.json"))).Findings.Single().LawId, Is.EqualTo("SLC901"));
        Assert.That(await File.ReadAllTextAsync(Path.Combine(folder, "ReferenceContract.card.md")), Does.Contain("SLC901"));
        Assert.That(await File.ReadAllTextAsync(Path.Combine(folder, "ReferenceContract.card.html")), Does.Contain("SLC901"));
    }

    [Test]
    public void A_host_that_no_test_tries_is_not_passed_for_safe() =>
        Assert.That(new UntriedHost().RequireThatSafeHostsAreTried, Throws.InvalidOperationException.With.Message.Contains("the host 'our own', which no test tries"));

    private static IEnumerable<ITest> Tests(Type fixture) => Leaves(new DefaultSuiteBuilder().BuildFrom(new TypeWrapper(fixture)));

    private static IEnumerable<ITest> Leaves(ITest test) => test.HasChildren ? test.Tests.SelectMany(Leaves) : [test];

    // Abstract, so that no run takes them for fixtures of its own.
    private abstract class NoClasses : ConnectorContract;

    private abstract class EmptyClasses : ConnectorContract
    {
        public static IEnumerable<ObjectClass> ObjectClasses => [];
    }

    [Explicit("Made by a test that asks it whether it may run.")]
    private sealed class UntriedHost : ConnectorContract
    {
        public static IEnumerable<ObjectClass> ObjectClasses => [ObjectClass.Account];

        protected override IReadOnlyList<HostProfile> SafeFor => [HostProfile.SafePosition with { Name = "our own" }];

        protected override Task<IConnectorHarness> CreateAsync(CancellationToken cancellation) => throw new NotSupportedException();
    }

    private abstract class ThrowingClasses : ConnectorContract
    {
        public static IEnumerable<ObjectClass> ObjectClasses => throw new InvalidOperationException("not today");
    }
}
