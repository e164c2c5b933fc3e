namespace Sluice.TestKit.Tests;

/// <summary>A correct connector passes, law by law; nothing is left unproven that its harness can provoke.</summary>
public sealed class CorrectConnectorTests
{
    [Test]
    public async Task A_hand_written_facade_is_proven_in_everything()
    {
        var runner = new ContractRunner(_ => Task.FromResult<IConnectorHarness>(new MemoryLogHarness(new(), source => new LogFacade(source))));

        var card = await runner.RunAsync();

        Assert.Multiple(() =>
        {
            foreach (var finding in card.Findings)
                Assert.That(finding.Verdict, Is.EqualTo(LawVerdict.Proven), () => $"{finding.LawId} {finding.ObjectClass}: {finding.Reason}\n{finding.Story}");
            foreach (var finding in card.Hosts)
                Assert.That(finding.Verdict, Is.EqualTo(LawVerdict.Proven), () => $"{finding.Host.Name} {finding.ObjectClass}: {finding.Reason}\n{finding.Story}");
            Assert.That(card.Findings, Has.Count.EqualTo(ContractRunner.LawIds.Sum(law => new[] { ObjectClass.Account, ObjectClass.Group, ObjectClass.All }.Count(objectClass => ContractRunner.Concerns(law, objectClass)))));
        });
        TestContext.Out.WriteLine(string.Join('\n', card.Findings.OrderByDescending(finding => finding.Duration).Take(12).Select(finding => $"{finding.LawId} {finding.ObjectClass} {finding.Duration}")));
    }
}
