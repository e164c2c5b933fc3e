using System.Xml.Linq;

namespace Sluice.TestKit.Tests;

/// <summary>What can be told without a browser; the rest is in Sluice.TestKit.Browser.Tests.</summary>
public sealed class CardHtmlTests
{
    [Test]
    public void Hostile_texts_become_no_markup()
    {
        var body = CardHtml.Write(SampleCard.OfHostileTexts).Split("</style>", 2)[1];

        Assert.Multiple(() =>
        {
            Assert.That(body, Does.Not.Contain("<script").And.Not.Contain("<img").And.Not.Contain("</style"));
            Assert.That(body, Does.Contain("&lt;script&gt;alert(1)&lt;/script&gt;").And.Contain("\\u202Eright-to-left\\u0000\\u001B[31m \\uD800 end"));
        });
    }

    [Test]
    public void Every_finding_has_its_verdict_as_a_word()
    {
        var page = CardHtml.Write(SampleCard.Broken);

        foreach (var verdict in Enum.GetValues<LawVerdict>())
        {
            var word = CardWords.OfLaw(verdict) + "</span></td>";
            Assert.That(page.Split(word).Length - 1, Is.GreaterThanOrEqualTo(SampleCard.Broken.Count(verdict)), word);
        }
    }

    [Test]
    public void Elements_are_nested_well()
    {
        var page = CardHtml.Write(SampleCard.Broken);
        var main = page[page.IndexOf("<main>", StringComparison.Ordinal)..(page.IndexOf("</main>", StringComparison.Ordinal) + "</main>".Length)].Replace("<br>", "<br/>", StringComparison.Ordinal);

        Assert.That(() => XElement.Parse(main), Throws.Nothing);
    }

    [TestCase(0, "0 ms")]
    [TestCase(0.2, "1 ms")]
    [TestCase(998.5, "999 ms")]
    [TestCase(999.5, "1 s")]
    [TestCase(59_940, "59.9 s")]
    [TestCase(59_960, "0 min 59 s")]
    [TestCase(125_000, "2 min 5 s")]
    public void Durations_are_told_shortly(double milliseconds, string expected) =>
        Assert.That(CardWords.Span(TimeSpan.FromMilliseconds(milliseconds)), Is.EqualTo(expected));
}
