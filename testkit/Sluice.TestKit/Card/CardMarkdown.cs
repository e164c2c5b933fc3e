using System.Text;

namespace Sluice.TestKit;

/// <summary>The verdict card as Markdown, for a pull request or a release note.</summary>
public static class CardMarkdown
{
    /// <summary>Writes the card as Markdown.</summary>
    /// <param name="card">The card.</param>
    public static string Write(ContractCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        var text = new StringBuilder();
        var (judgement, consequence) = CardWords.Judge(card);
        text.Append("# Contract card: ").Append(Text(card.Connector.DisplayName)).Append("\n\n**").Append(judgement).Append(".** ").Append(consequence).Append("\n\n");
        text.Append("| | |\n|---|---|\n");
        Fact("Connector", card.Connector.Name + (card.ConnectorVersion is { } version ? " " + version : ""));
        Fact("System", card.System ?? "not named by the harness");
        Fact("Date", CardWords.Moment(card.Started));
        Fact("Profile", $"{card.Profile.ToString().ToLowerInvariant()}, random stories {CardWords.Span(card.Budget)} a class");
        Fact("Took", CardWords.Span(card.Duration));
        Fact("Seed", card.Seed);
        Fact("Kit", "Sluice.TestKit " + card.KitVersion);
        text.Append('\n').AppendJoin(", ", CardWords.Verdicts.Reverse().Select(verdict => $"{card.Count(verdict)} {CardWords.OfLaw(verdict).ToLowerInvariant()}")).Append(", counted law by law and class by class.\n");
        if (card.Declarations.Count > 0)
        {
            text.Append("\n## What the connector does not promise\n\n");
            foreach (var declaration in card.Declarations)
            {
                text.Append("- **").Append(Text(CardWords.Subject(declaration))).Append("**")
                    .Append(declaration.ObjectClass is { } objectClass ? $" ({Text(objectClass.Name)})" : "").Append(". ").Append(Text(declaration.Reason)).Append('\n');
            }
        }

        if (card.Hosts.Count > 0)
        {
            text.Append("\n## Hosts for which it is safe\n\n| host | what it does | class | verdict | why |\n|---|---|---|---|---|\n");
            foreach (var finding in card.Hosts)
                Row(finding.Host.Name, finding.Host.Description, finding.ObjectClass.Name, CardWords.OfHost(finding.Verdict), finding.Reason);
        }

        if (card.Findings.Count > 0)
        {
            text.Append("\n## Law by law\n\n| law | | class | verdict | why | took |\n|---|---|---|---|---|---|\n");
            foreach (var finding in card.Findings)
            {
                text.Append("| ").Append(SyncLaws.Find(finding.LawId) is { } law ? $"[{law.Id}]({law.HelpLink})" : Text(finding.LawId)).Append(' ');
                Row(finding.Title, finding.ObjectClass.Name, CardWords.OfLaw(finding.Verdict), string.Join(' ', CardWords.Remarks(finding).Prepend(finding.Reason)), CardWords.Span(finding.Duration));
            }
        }

        var stories = card.Findings.Where(finding => finding.Story is { Steps.Count: > 0 })
            .Select(finding => (Title: $"{finding.LawId}, {finding.ObjectClass.Name}", finding.Story))
            .Concat(card.Hosts.Where(finding => finding.Story is { Steps.Count: > 0 }).Select(finding => (Title: $"Host \"{finding.Host.Name}\", {finding.ObjectClass.Name}", finding.Story)))
            .ToArray();
        if (stories.Length > 0)
            text.Append("\n## Stories\n");
        foreach (var (title, story) in stories)
        {
            var content = CardWords.Visible(story!.ToString());
            var fence = new string('`', Math.Max(3, LongestRun(content, '`') + 1));
            text.Append("\n### ").Append(Text(title)).Append("\n\n").Append(fence).Append("text\n").Append(content).Append(fence).Append('\n');
        }

        return text.ToString();

        void Fact(string name, string value) => Row(name, value);

        void Row(params ReadOnlySpan<string> cells)
        {
            foreach (var cell in cells)
                text.Append("| ").Append(Text(cell)).Append(' ');
            text.Append("|\n");
        }
    }

    // Everything that Markdown or the HTML within it might read as more than text; a line end would end a table's row.
    private static string Text(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in CardWords.Visible(text))
        {
            escaped.Append(character switch
            {
                '\n' or '\t' => " ",
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '|' or '\\' or '`' or '*' or '_' or '[' or ']' or '#' or '~' or '!' or '@' => "\\" + character,
                _ => character.ToString(),
            });
        }

        return escaped.ToString();
    }

    private static int LongestRun(string text, char wanted)
    {
        var (longest, run) = (0, 0);
        foreach (var character in text)
        {
            run = character == wanted ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
