using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Sluice.TestKit;

/// <summary>
/// The verdict card as one HTML page that stands on its own: no script, nothing loaded from elsewhere, readable at phone width, in
/// light and dark, by ear, and on paper, where the stories are opened.
/// </summary>
public static class CardHtml
{
    // Told without colour by their shapes: disc, octagon, triangle, broken ring, bar.
    private const string Marks = """
        <svg class="marks" aria-hidden="true"><defs>
        <symbol id="m-proven" viewBox="0 0 20 20"><path fill="currentColor" fill-rule="evenodd" d="M10 1a9 9 0 1 1 0 18a9 9 0 0 1 0-18M4.9 10.3l1.6-1.6 2.3 2.3 4.9-5.1 1.6 1.6-6.5 6.7z"/></symbol>
        <symbol id="m-broken" viewBox="0 0 20 20"><path fill="currentColor" fill-rule="evenodd" d="M6.3 1h7.4L19 6.3v7.4L13.7 19H6.3L1 13.7V6.3zM6.6 5.1 5.1 6.6 8.5 10l-3.4 3.4 1.5 1.5 3.4-3.4 3.4 3.4 1.5-1.5-3.4-3.4 3.4-3.4-1.5-1.5L10 8.5z"/></symbol>
        <symbol id="m-fault" viewBox="0 0 20 20"><path fill="currentColor" fill-rule="evenodd" d="M10 1 20 18.5H0zM9 7v6h2V7zm0 7.5v2h2v-2z"/></symbol>
        <symbol id="m-unproven" viewBox="0 0 20 20"><circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="4.3 2"/><circle cx="10" cy="10" r="2.2" fill="currentColor"/></symbol>
        <symbol id="m-exempt" viewBox="0 0 20 20"><path fill="currentColor" d="M3 8.6h14v2.8H3z"/></symbol>
        </defs></svg>

        """;

    // Should an escape ever be missing, the browser still refuses whatever this page was not written with.
    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(CardStyle.Css)))}'";

    /// <summary>Writes the card as a page.</summary>
    /// <param name="card">The card.</param>
    public static string Write(ContractCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        var page = new StringBuilder(32 * 1024);
        page.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"").Append(Policy).Append("\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n")
            .Append("<title>Contract card: ").Append(Text(card.Connector.DisplayName)).Append("</title>\n<style>").Append(CardStyle.Css).Append("</style>\n</head>\n<body>\n")
            .Append(Marks).Append("<main>\n");
        Head(page, card);
        Weaknesses(page, card);
        Hosts(page, card);
        Laws(page, card);
        page.Append("<footer>\n<p>Written by Sluice.TestKit ").Append(Text(card.KitVersion))
            .Append(". A verdict holds for the connector, the system and the budget named above. \"Not proven\" says that this run could not put the law to the proof, and what that takes.</p>\n</footer>\n")
            .Append("</main>\n</body>\n</html>\n");
        return page.ToString();
    }

    private static void Head(StringBuilder page, ContractCard card)
    {
        page.Append("<header>\n<p class=\"eyebrow\">Contract card</p>\n<h1>").Append(Text(card.Connector.DisplayName)).Append("</h1>\n");
        if (card.Connector.Description is { Length: > 0 } description)
            page.Append("<p>").Append(Text(description)).Append("</p>\n");
        var (judgement, consequence) = CardWords.Judge(card);
        var worst = CardWords.Verdicts.FirstOrDefault(verdict => card.Count(verdict) > 0, LawVerdict.NotProven);
        page.Append("<div class=\"judgement ").Append(Style(worst)).Append("\">").Append(Mark(worst)).Append("<p><strong>").Append(Text(judgement)).Append("</strong>").Append(Text(consequence)).Append("</p></div>\n");
        page.Append("<dl class=\"facts\">\n");
        Fact("Connector", card.Connector.Name + (card.ConnectorVersion is { } version ? " " + version : ""));
        Fact("System", card.System ?? "not named by the harness");
        Fact("Date", CardWords.Moment(card.Started));
        Fact("Profile", card.Profile.ToString().ToLowerInvariant() + ", random stories " + CardWords.Span(card.Budget) + " a class");
        Fact("Took", CardWords.Span(card.Duration));
        Fact("Seed", card.Seed);
        page.Append("</dl>\n<ul class=\"counts\">\n");
        foreach (var verdict in CardWords.Verdicts.Reverse())
        {
            var count = card.Count(verdict);
            if (count > 0 || verdict is LawVerdict.Proven or LawVerdict.Broken)
                page.Append("<li><b>").Append(count).Append("</b>").Append(Verdict(verdict, CardWords.OfLaw(verdict))).Append("</li>\n");
        }

        page.Append("</ul>\n<p class=\"muted\">Counted law by law and class by class.</p>\n</header>\n");

        void Fact(string name, string value) => page.Append("<div><dt>").Append(name).Append("</dt><dd>").Append(Text(value)).Append("</dd></div>\n");
    }

    private static void Weaknesses(StringBuilder page, ContractCard card)
    {
        if (card.Declarations.Count == 0)
            return;
        page.Append("<section class=\"weakness\" aria-labelledby=\"declared\">\n<h2 id=\"declared\">What the connector does not promise</h2>\n<p>Declared by its author:</p>\n<ul>\n");
        foreach (var declaration in card.Declarations)
        {
            page.Append("<li><strong>").Append(Text(CardWords.Subject(declaration))).Append("</strong>")
                .Append(declaration.ObjectClass is { } objectClass ? " (" + Text(objectClass.Name) + ")" : "").Append(". ").Append(Text(declaration.Reason)).Append("</li>\n");
        }

        page.Append("</ul>\n</section>\n");
    }

    private static void Hosts(StringBuilder page, ContractCard card)
    {
        if (card.Hosts.Count == 0)
            return;
        var classes = Classes(card.Hosts.Select(finding => finding.ObjectClass));
        page.Append("<section aria-labelledby=\"hosts\">\n<h2 id=\"hosts\">Hosts for which it is safe</h2>\n");
        BeginTable(page, "hosts", "How hosts keep the position of a sync, and whether this connector loses nothing there", ["Host", .. classes.Select(one => one.Name)]);
        foreach (var host in card.Hosts.GroupBy(finding => finding.Host))
        {
            var findings = host.ToDictionary(finding => finding.ObjectClass);
            var told = host.Where(finding => finding.Reason.Length > 0 || finding.Story is not null).ToArray();
            BeginRow(page, told.Length > 0);
            page.Append("<th role=\"rowheader\" scope=\"row\"><span class=\"id\">").Append(Text(host.Key.Name)).Append("</span><br><span class=\"muted\">").Append(Text(host.Key.Description)).Append("</span></th>");
            foreach (var one in classes)
                Cell(page, one, findings.TryGetValue(one, out var finding) ? Verdict(finding.Verdict, CardWords.OfHost(finding.Verdict)) : "");
            page.Append("</tr>\n");
            Why(page, classes.Length + 1, told.Select(finding => (finding.ObjectClass, finding.Verdict, finding.Reason, finding.Story, (IEnumerable<string>)[])));
        }

        page.Append("</tbody>\n</table>\n</section>\n");
    }

    private static void Laws(StringBuilder page, ContractCard card)
    {
        if (card.Findings.Count == 0)
            return;
        var classes = Classes(card.Findings.Select(finding => finding.ObjectClass));
        page.Append("<section aria-labelledby=\"laws\">\n<h2 id=\"laws\">Law by law</h2>\n");
        foreach (var family in card.Findings.GroupBy(finding => CardWords.Family(finding.LawId)))
        {
            BeginTable(page, "laws", family.Key, ["Law", .. classes.Select(one => one.Name), "Took"]);
            foreach (var law in family.GroupBy(finding => finding.LawId, StringComparer.Ordinal))
            {
                var first = law.First();
                var told = law.Where(finding => finding.Reason.Length > 0 || finding.Story is not null || finding.MissingAbilities.Count > 0).ToArray();
                BeginRow(page, told.Length > 0);
                page.Append("<th role=\"rowheader\" scope=\"row\">").Append(Link(first)).Append(' ').Append(Text(first.Title)).Append("</th>");
                foreach (var one in classes)
                {
                    var finding = law.FirstOrDefault(finding => finding.ObjectClass == one);
                    Cell(page, one, finding is null ? "" : Verdict(finding.Verdict, CardWords.OfLaw(finding.Verdict)));
                }

                page.Append("<td role=\"cell\" class=\"time\"><span class=\"cell-name\">Took</span>").Append(CardWords.Span(new TimeSpan(law.Sum(finding => finding.Duration.Ticks)))).Append("</td></tr>\n");
                Why(page, classes.Length + 2, told.Select(finding => (finding.ObjectClass, finding.Verdict, finding.Reason, finding.Story, CardWords.Remarks(finding))));
            }

            page.Append("</tbody>\n</table>\n");
        }

        page.Append("</section>\n");
    }

    // Roles are said, because a table that is laid out as blocks on a phone loses them in some browsers.
    private static void BeginTable(StringBuilder page, string style, string caption, IEnumerable<string> columns)
    {
        page.Append("<table role=\"table\" class=\"").Append(style).Append("\">\n<caption>").Append(Text(caption)).Append("</caption>\n<thead role=\"rowgroup\"><tr role=\"row\">");
        foreach (var column in columns)
            page.Append("<th role=\"columnheader\" scope=\"col\">").Append(Text(column)).Append("</th>");
        page.Append("</tr></thead>\n<tbody role=\"rowgroup\">\n");
    }

    private static void BeginRow(StringBuilder page, bool isTold) => page.Append(isTold ? "<tr role=\"row\" class=\"told\">" : "<tr role=\"row\">");

    private static void Cell(StringBuilder page, ObjectClass objectClass, string content) =>
        page.Append("<td role=\"cell\"").Append(content.Length == 0 ? " class=\"empty\">" : "><span class=\"cell-name\">").Append(content.Length == 0 ? "" : Text(objectClass.Name) + "</span>").Append(content).Append("</td>");

    private static void Why(StringBuilder page, int columns, IEnumerable<(ObjectClass Class, LawVerdict Verdict, string Reason, Story? Story, IEnumerable<string> Remarks)> told)
    {
        var any = false;
        foreach (var (objectClass, verdict, reason, story, remarks) in told)
        {
            if (!any)
                page.Append("<tr role=\"row\" class=\"why\"><td role=\"cell\" colspan=\"").Append(columns).Append("\">");
            any = true;
            page.Append("<div class=\"of-").Append(Style(verdict)).Append("\"><p><strong>").Append(Text(objectClass.Name)).Append("</strong>: ").Append(Text(reason)).Append("</p>");
            foreach (var remark in remarks)
                page.Append("<p class=\"muted\">").Append(Text(remark)).Append("</p>");
            if (story is { Steps.Count: > 0 })
            {
                page.Append("<details><summary>The story, ").Append(CardWords.Count(story.Steps.Count, "step")).Append("</summary><ol class=\"story\">");
                foreach (var step in story.Steps)
                {
                    var isWrong = step.Kind is StoryStepKind.Missing or StoryStepKind.TooMuch or StoryStepKind.Different;
                    page.Append(isWrong ? "<li class=\"wrong\"><b>" : "<li><b>").Append(step.Label).Append("</b> <span>").Append(Text(step.Text)).Append("</span></li>");
                }

                page.Append("</ol></details>");
            }

            page.Append("</div>");
        }

        if (any)
            page.Append("</td></tr>\n");
    }

    // A card that was read back may name anything; only laws have pages.
    private static string Link(LawFinding finding) => SyncLaws.Find(finding.LawId) is { } law
        ? $"<a class=\"id\" href=\"{Text(law.HelpLink)}\">{Text(law.Id)}</a>"
        : $"<span class=\"id\">{Text(finding.LawId)}</span>";

    private static ObjectClass[] Classes(IEnumerable<ObjectClass> classes) => [.. classes.Distinct().OrderBy(one => one.IsAll)];

    private static string Verdict(LawVerdict verdict, string word) => $"<span class=\"v {Style(verdict)}\">{Mark(verdict)} {word}</span>";

    private static string Mark(LawVerdict verdict) => $"<svg aria-hidden=\"true\"><use href=\"#m-{Style(verdict)}\"/></svg>";

    private static string Style(LawVerdict verdict) => verdict switch
    {
        LawVerdict.Proven => "proven",
        LawVerdict.Broken => "broken",
        LawVerdict.NotProven => "unproven",
        LawVerdict.NotApplicable => "exempt",
        _ => "fault",
    };

    private static string Text(string text) => WebUtility.HtmlEncode(CardWords.Visible(text));
}
