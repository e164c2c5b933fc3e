using System.Diagnostics;
using System.Text.Json.Nodes;
using Sluice.TestKit.Tests;

namespace Sluice.TestKit.Browser.Tests;

/// <summary>The verdict card's page in a real browser.</summary>
[CancelAfter(120_000)]
public sealed class CardPageTests
{
    private static readonly (string Name, ContractCard Card)[] Cards =
        [("broken", SampleCard.Broken), ("kept", SampleCard.Kept), ("empty", SampleCard.Empty), ("hostile", SampleCard.OfHostileTexts)];

    private Chromium _chromium = null!;
    private string _folder = "";

    private static IEnumerable<string> Names => Cards.Select(card => card.Name);

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        if (!IsInstalled("chromium") || !IsInstalled("pdftotext"))
        {
            const string missing = "chromium or pdftotext is missing: apt-get install chromium poppler-utils";
            if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 })
                Assert.Fail(missing);
            Assert.Ignore(missing);
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        _chromium = await Chromium.StartAsync(limit.Token);
        _folder = Directory.CreateTempSubdirectory("sluice-cards-").FullName;
        foreach (var (name, card) in Cards)
            await File.WriteAllTextAsync(Path.Combine(_folder, name + ".html"), CardHtml.Write(card), limit.Token);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_chromium is not null)
            await _chromium.DisposeAsync();
        if (_folder.Length > 0)
            Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task Fits_the_width_of_phone_and_desk([ValueSource(nameof(Names))] string card, [Values(320, 360, 700, 1280)] int width, CancellationToken cancellation)
    {
        await OpenAsync(card, width, "light", "screen", cancellation);
        await OpenStoriesAsync(cancellation);

        Assert.That(await WrongAsync(PageChecks.Overflow, cancellation), Is.Empty);
    }

    [Test]
    public async Task Can_be_read_in_light_and_dark([ValueSource(nameof(Names))] string card, [Values("light", "dark")] string scheme, [Values(360, 1280)] int width, CancellationToken cancellation)
    {
        await OpenAsync(card, width, scheme, "screen", cancellation);
        await OpenStoriesAsync(cancellation);
        var background = (string?)await _chromium.EvaluateAsync("getComputedStyle(document.querySelector('main')).backgroundColor", cancellation);

        Assert.Multiple(async () =>
        {
            Assert.That(await WrongAsync(PageChecks.Contrast, cancellation), Is.Empty);
            Assert.That(background, scheme == "light" ? Is.EqualTo("rgb(255, 255, 255)") : Is.Not.EqualTo("rgb(255, 255, 255)"));
        });
    }

    [Test]
    public async Task Can_be_heard_and_asks_for_nothing([ValueSource(nameof(Names))] string card, CancellationToken cancellation)
    {
        await OpenAsync(card, 1280, "light", "screen", cancellation);

        Assert.Multiple(async () =>
        {
            Assert.That(await WrongAsync(PageChecks.Structure, cancellation), Is.Empty);
            Assert.That(await WrongAsync(PageChecks.Active, cancellation), Is.Empty);
            Assert.That(_chromium.Requests, Is.EqualTo(new[] { Address(card) }));
            Assert.That(_chromium.Complaints, Is.Empty);
        });
    }

    [Test]
    public async Task Stories_are_closed_until_they_are_asked_for(CancellationToken cancellation)
    {
        await OpenAsync("broken", 1280, "light", "screen", cancellation);
        var closed = await WrongAsync(PageChecks.HiddenStories, cancellation);
        await OpenStoriesAsync(cancellation);

        Assert.Multiple(async () =>
        {
            Assert.That(closed, Has.Count.EqualTo(Stories(SampleCard.Broken)));
            Assert.That(await WrongAsync(PageChecks.HiddenStories, cancellation), Is.Empty);
        });
    }

    [Test]
    public async Task On_paper_every_story_is_told([Values("broken", "hostile")] string card, [Values("light", "dark")] string scheme, CancellationToken cancellation)
    {
        await OpenAsync(card, 1280, scheme, "print", cancellation);
        var hidden = await WrongAsync(PageChecks.HiddenStories, cancellation);
        var contrast = await WrongAsync(PageChecks.Contrast, cancellation);
        await _chromium.ShowAsync(1280, scheme, "", cancellation);
        var file = Path.Combine(_folder, card + scheme + ".pdf");
        await File.WriteAllBytesAsync(file, await _chromium.PrintAsync(cancellation), cancellation);
        var text = await TextOfAsync(file, cancellation);
        var shown = Cards.Single(one => one.Name == card).Card;

        Assert.Multiple(() =>
        {
            Assert.That(hidden, Is.Empty);
            Assert.That(contrast, Is.Empty);
            if (card == "broken")
            {
                Assert.That(Times("MISSING", text), Is.EqualTo(Stories(shown)));
                Assert.That(shown.Findings.Select(finding => finding.LawId).Distinct().Where(id => !text.Contains(id, StringComparison.Ordinal)), Is.Empty);
            }
            else
            {
                Assert.That(Times("TOO MUCH", text), Is.EqualTo(2));
            }
        });
    }

    [Test]
    public async Task Screenshots_can_be_kept_for_people(CancellationToken cancellation)
    {
        await OpenAsync("broken", 360, "dark", "screen", cancellation);
        var image = await _chromium.ScreenshotAsync(cancellation);

        Assert.That(image.AsSpan(1, 3).ToArray(), Is.EqualTo("PNG"u8.ToArray()));
        if (Environment.GetEnvironmentVariable("SLUICE_SCREENSHOTS") is not { Length: > 0 } folder)
            return;
        Directory.CreateDirectory(folder);
        foreach (var card in Names)
        {
            foreach (var (width, scheme) in new[] { (1280, "light"), (1280, "dark"), (360, "light"), (360, "dark") })
            {
                await OpenAsync(card, width, scheme, "screen", cancellation);
                await File.WriteAllBytesAsync(Path.Combine(folder, $"{card}-{width}-{scheme}.png"), await _chromium.ScreenshotAsync(cancellation), cancellation);
            }

            File.Copy(Path.Combine(_folder, card + ".html"), Path.Combine(folder, card + ".html"), overwrite: true);
            await OpenAsync(card, 1280, "light", "", cancellation);
            await File.WriteAllBytesAsync(Path.Combine(folder, card + ".pdf"), await _chromium.PrintAsync(cancellation), cancellation);
        }
    }

    private static bool IsInstalled(string command) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, command)));

    private static int Stories(ContractCard card) =>
        card.Findings.Count(finding => finding.Story is not null) + card.Hosts.Count(finding => finding.Story is not null);

    private static int Times(string word, string text) => text.Split(word).Length - 1;

    private static async Task<string> TextOfAsync(string file, CancellationToken cancellation)
    {
        using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-raw", file, "-"]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var text = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return text;
    }

    private string Address(string card) => new Uri(Path.Combine(_folder, card + ".html")).AbsoluteUri;

    private async Task OpenAsync(string card, int width, string scheme, string media, CancellationToken cancellation)
    {
        await _chromium.ShowAsync(width, scheme, media, cancellation);
        await _chromium.OpenAsync(Address(card), cancellation);
    }

    // What was opened is there with the next frame.
    private async Task OpenStoriesAsync(CancellationToken cancellation) => await _chromium.EvaluateAsync(
        "document.querySelectorAll('details').forEach(story => story.open = true), new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(() => drawn(true))))",
        cancellation);

    private async Task<IReadOnlyList<string>> WrongAsync(string check, CancellationToken cancellation) =>
        [.. ((JsonArray)(await _chromium.EvaluateAsync(check, cancellation))!).Select(wrong => (string)wrong!)];
}
