using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.TestKit.Tests;

public sealed class CardJsonTests
{
    private static IEnumerable<TestCaseData> Cards =>
    [
        new TestCaseData(SampleCard.Broken).SetArgDisplayNames("broken"),
        new TestCaseData(SampleCard.Kept).SetArgDisplayNames("kept"),
        new TestCaseData(SampleCard.Empty).SetArgDisplayNames("empty"),
    ];

    [TestCaseSource(nameof(Cards))]
    public void A_card_is_read_back_as_it_was_written(ContractCard card)
    {
        var json = CardJson.Write(card);
        var again = CardJson.Read(json);

        Assert.Multiple(() =>
        {
            Assert.That(CardJson.Write(again), Is.EqualTo(json));
            Assert.That(again.Duration, Is.EqualTo(card.Duration));
            Assert.That(again.Started, Is.EqualTo(card.Started));
            Assert.That(again.Findings.Select(finding => (finding.LawId, finding.ObjectClass, finding.Verdict, finding.Duration, finding.Story?.ToString())), Is.EqualTo(card.Findings.Select(finding => (finding.LawId, finding.ObjectClass, finding.Verdict, finding.Duration, finding.Story?.ToString()))));
            Assert.That(again.Hosts.Select(finding => finding.Host), Is.EqualTo(card.Hosts.Select(finding => finding.Host)));
            Assert.That(again.Declarations, Is.EqualTo(card.Declarations));
            Assert.That(CardHtml.Write(again), Is.EqualTo(CardHtml.Write(card)));
        });
    }

    [Test]
    public void The_shape_has_not_changed_without_a_new_schema()
    {
        var root = JsonNode.Parse(CardJson.Write(SampleCard.Broken))!;
        var broken = root["laws"]!.AsArray().First(law => (string?)law!["verdict"] == "Broken" && law["seed"] is not null)!;

        Assert.Multiple(() =>
        {
            Assert.That((int)root["schema"]!, Is.EqualTo(1));
            Assert.That(Members(root), Is.EqualTo(new[] { "schema", "connector", "system", "kitVersion", "profile", "budgetMilliseconds", "seed", "started", "durationMilliseconds", "passed", "counts", "declarations", "hosts", "laws" }));
            Assert.That(Members(root["connector"]!), Is.EqualTo(new[] { "name", "displayName", "description", "version" }));
            Assert.That(Members(root["counts"]!), Is.EqualTo(new[] { "Proven", "Broken", "NotProven", "NotApplicable", "HarnessFault" }));
            Assert.That(Members(root["declarations"]![0]!), Is.EqualTo(new[] { "weakness", "objectClass", "reason" }));
            Assert.That(Members(root["hosts"]![0]!), Is.EqualTo(new[] { "name", "description", "first", "keeps", "objectClass", "verdict", "reason", "story", "durationMilliseconds" }));
            Assert.That(Members(broken), Is.EqualTo(new[] { "law", "title", "helpLink", "objectClass", "verdict", "reason", "story", "seed", "durationMilliseconds", "faces", "missingAbilities" }));
            Assert.That(Members(broken["story"]![0]!), Is.EqualTo(new[] { "kind", "text" }));
        });

        static IEnumerable<string> Members(JsonNode node) => node.AsObject().Select(member => member.Key);
    }

    [Test]
    public void Hostile_texts_survive()
    {
        var finding = CardJson.Read(CardJson.Write(SampleCard.OfHostileTexts)).Findings[0];

        // Half a surrogate pair is no text that JSON can carry.
        Assert.That(finding.Reason, Is.EqualTo(SampleCard.Hostile.Replace('\uD800', '\uFFFD')));
    }

    [TestCase("", "not a contract card")]
    [TestCase("[]", "not a contract card")]
    [TestCase("{\"laws\": []}", "number 'schema'")]
    [TestCase("{\"schema\": 1}", "not a contract card")]
    [TestCase("{\"schema\": 2}", "schema 2; this kit reads schema 1")]
    public void What_is_not_a_card_is_refused(string json, string message)
    {
        var error = Assert.Throws<FormatException>(() => CardJson.Read(json))!;

        Assert.That(error.Message, Does.Contain(message));
        Assert.That(error.InnerException, Is.Null.Or.InstanceOf<JsonException>());
    }
}
