using System.Text;
using NUnit.Framework;

namespace Sluice.TestKit;

/// <summary>
/// The sync contract as an NUnit fixture: derive, say which classes there are (<c>public static IEnumerable&lt;ObjectClass&gt; ObjectClasses</c>)
/// and make a harness. Each law becomes a test of its own for each class and <c>__ALL__</c>, in a category named by its id; when the
/// fixture is done, the card lies in the test's work directory as Markdown, HTML and JSON.
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
    protected ContractRunner Runner => LazyInitializer.EnsureInitialized(ref _runner, () => new ContractRunner(CreateAsync, Settings));

    /// <summary>Makes a fresh native system and the harness around it; called for each proof, and for each story of SLC912.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    protected abstract Task<IConnectorHarness> CreateAsync(CancellationToken cancellation);

    /// <summary>One law, for one class.</summary>
    /// <param name="lawId">The law.</param>
    /// <param name="objectClass">The class, or <c>__ALL__</c>.</param>
    [LawTests]
    public async Task Law(string lawId, ObjectClass objectClass)
    {
        if (Runner.Settings.Laws?.Contains(lawId) == false)
            Assert.Ignore($"{nameof(ContractSettings)}.{nameof(ContractSettings.Laws)} leaves this law out.");
        var finding = await Runner.ProveAsync(lawId, objectClass, TestContext.CurrentContext.CancellationToken).ConfigureAwait(false);
        if (finding.Faces.Count > 0)
            await TestContext.Out.WriteLineAsync($"Proven through: {string.Join(", ", finding.Faces)}.").ConfigureAwait(false);
        if (finding.MissingAbilities.Count > 0)
            await TestContext.Out.WriteLineAsync($"Left out, because the harness does not implement it: {string.Join(", ", finding.MissingAbilities)}.").ConfigureAwait(false);
        Conclude(finding.Verdict, finding.Tell());
    }

    /// <summary>One host's token rules, for one class.</summary>
    /// <param name="host">The host.</param>
    /// <param name="objectClass">The class, or <c>__ALL__</c>.</param>
    [HostTests]
    public async Task Host(HostProfile host, ObjectClass objectClass)
    {
        ArgumentNullException.ThrowIfNull(host);
        if (!Runner.Settings.Hosts.Contains(host))
            Assert.Ignore($"{nameof(ContractSettings)}.{nameof(ContractSettings.Hosts)} leaves this host out.");
        var finding = await Runner.TryHostAsync(host, objectClass, TestContext.CurrentContext.CancellationToken).ConfigureAwait(false);
        if (finding.Verdict == LawVerdict.Broken && !SafeFor.Contains(host))
            Assert.Inconclusive($"Not safe for this host, which the contract does not ask for.\n{finding.Tell()}");
        Conclude(finding.Verdict, finding.Tell());
    }

    /// <summary>A host that no test tries would pass for safe.</summary>
    [OneTimeSetUp]
    public void RequireThatSafeHostsAreTried()
    {
        if (SafeFor.FirstOrDefault(host => !HostProfile.All.Contains(host) || !Runner.Settings.Hosts.Contains(host)) is { } untried)
            throw new InvalidOperationException($"{nameof(SafeFor)} names the host '{untried.Name}', which no test tries: the tests are made from {nameof(HostProfile)}.{nameof(HostProfile.All)}, as far as {nameof(ContractSettings)}.{nameof(ContractSettings.Hosts)} has it. Try another one with {nameof(Runner)}.{nameof(ContractRunner.TryHostAsync)} in a test of your own.");
    }

    /// <summary>Writes the card.</summary>
    [OneTimeTearDown]
    public async Task WriteCard()
    {
        if (_runner?.Card() is not { } card || card.Findings.Count + card.Hosts.Count == 0)
            return;
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, NameOfFixture() + ".card.");
        foreach (var (kind, text) in new[] { ("md", CardMarkdown.Write(card)), ("html", CardHtml.Write(card)), ("json", CardJson.Write(card)) })
            await File.WriteAllTextAsync(path + kind, text, Encoding.UTF8).ConfigureAwait(false);
        TestContext.AddTestAttachment(path + "html", "The verdict card");
        await TestContext.Progress.WriteLineAsync($"The verdict card: {path}html (and .md, .json)").ConfigureAwait(false);
    }

    /// <summary>The class and, where one class is several fixtures, their arguments: <c>HrContract-page</c>.</summary>
    private string NameOfFixture()
    {
        var test = TestContext.CurrentContext.Test;
        var arguments = test.MethodName is null ? test.Arguments : [];
        var name = string.Join('-', arguments.Select(argument => argument?.ToString() ?? "null").Prepend(GetType().Name));
        return string.Concat(name.Select(character => char.IsLetterOrDigit(character) || character is '-' or '_' ? character : '-'));
    }

    private static void Conclude(LawVerdict verdict, string told)
    {
        switch (verdict)
        {
            case LawVerdict.Proven:
                break;
            case LawVerdict.NotProven:
                Assert.Inconclusive(told);
                break;
            case LawVerdict.NotApplicable:
                Assert.Ignore(told);
                break;
            default:
                Assert.Fail(told);
                break;
        }
    }
}
