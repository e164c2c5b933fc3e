using System.Globalization;
using System.Text;

namespace Sluice.TestKit;

/// <summary>
/// What the card says, in the same words in each of its forms. What comes from a connector or its system is untrusted: it passes
/// <see cref="Visible"/> and then the form's own escaping.
/// </summary>
internal static class CardWords
{
    /// <summary>The verdicts in the order in which a reader wants to know of them.</summary>
    public static readonly LawVerdict[] Verdicts = [LawVerdict.Broken, LawVerdict.HarnessFault, LawVerdict.NotProven, LawVerdict.NotApplicable, LawVerdict.Proven];

    /// <summary>The verdict on a law.</summary>
    public static string OfLaw(LawVerdict verdict) => verdict switch
    {
        LawVerdict.Proven => "Proven",
        LawVerdict.Broken => "Broken",
        LawVerdict.NotProven => "Not proven",
        LawVerdict.NotApplicable => "Not applicable",
        _ => "Harness fault",
    };

    /// <summary>The verdict on a host.</summary>
    public static string OfHost(LawVerdict verdict) => verdict switch
    {
        LawVerdict.Proven => "Safe",
        LawVerdict.Broken => "Not safe",
        _ => "Not known",
    };

    /// <summary>The whole card in one sentence, and a second one that says what follows from it.</summary>
    public static (string Judgement, string Consequence) Judge(ContractCard card)
    {
        var broken = Laws(card, LawVerdict.Broken);
        var faults = Laws(card, LawVerdict.HarnessFault);
        var open = Laws(card, LawVerdict.NotProven);
        var proven = Laws(card, LawVerdict.Proven);
        return (broken, faults, open) switch
        {
            ( > 0, _, _) => ($"Breaks {Count(broken, "law")}", "Changes can be lost, repeated or damaged; the stories below tell how."),
            (_, > 0, _) => ("No verdict", "The harness failed in the proofs marked \"Harness fault\"; nothing is known of the connector there."),
            _ when proven == 0 => ("Nothing proven", "No law could be put to the proof."),
            (_, _, > 0) => ($"Keeps every law that was proven, {Count(open, "law")} not proven", "Nothing was found broken. What is not proven, and what it takes, is told below."),
            _ => ($"Keeps every law: {Count(proven, "law")} proven", "Nothing was found broken."),
        };
    }

    /// <summary>How many laws have a finding of this verdict.</summary>
    public static int Laws(ContractCard card, LawVerdict verdict) =>
        card.Findings.Where(finding => finding.Verdict == verdict).Select(finding => finding.LawId).Distinct(StringComparer.Ordinal).Count();

    /// <summary>A declaration's subject.</summary>
    public static string Subject(ContractDeclaration declaration) => declaration switch
    {
        { Weakness: ContractWeakness.NoDeletes } => "Deletes are not seen",
        { Weakness: ContractWeakness.ImpreciseTokens } => "A run may repeat the changes of the token that it starts from",
        { Weakness: ContractWeakness.RenamesInTwoDeltas } => "A rename is told as a delete and a creation",
        { Weakness: { } other } => other.ToString(),
        _ => $"{declaration.LawId} does not apply: {SyncLaws.Find(declaration.LawId!)?.Title}",
    };

    /// <summary>What holds for a finding beside its reason, each as one sentence.</summary>
    public static IEnumerable<string> Remarks(LawFinding finding)
    {
        if (finding.MissingAbilities.Count > 0)
            yield return $"The harness does not implement {string.Join(", ", finding.MissingAbilities)}.";
        if (finding.ObstructedBy is { } law)
            yield return $"Obstructed by {law}.";
        if (finding.Seed is { } seed)
            yield return $"Seed: {seed}";
    }

    /// <summary>The findings of a law family, <c>SLC2</c> for instance, in words.</summary>
    public static string Family(string lawId) => lawId.Length > 3 ? lawId[3] switch
    {
        '1' => "Object classes",
        '2' => "Tokens",
        '3' => "Handler and iteration",
        '4' => "Deltas and objects",
        '5' => "Configuration and secrets",
        '9' => "Against the running system",
        _ => "Other laws",
    }
    : "Other laws";

    /// <summary>
    /// The text with what a reader would not see, or would see at another place, spelled out as <c>\u202E</c>: control characters
    /// (line ends and tabs stay), invisible characters, marks that turn the direction of writing, halves of surrogate pairs.
    /// </summary>
    public static string Visible(string text)
    {
        StringBuilder? spelled = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                spelled?.Append(text, i, 2);
                i++;
            }
            else if (IsHidden(text[i]))
            {
                spelled ??= new StringBuilder(text, 0, i, text.Length + 16);
                spelled.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:X4}");
            }
            else
            {
                spelled?.Append(text[i]);
            }
        }

        return spelled?.ToString() ?? text;

        static bool IsHidden(char character) =>
            (char.IsControl(character) && character is not ('\n' or '\t'))
            || char.IsSurrogate(character)
            || char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
    }

    /// <summary>How long something took: <c>12 ms</c>, <c>3.4 s</c>, <c>2 min 5 s</c>.</summary>
    public static string Span(TimeSpan duration) => duration switch
    {
        { TotalMilliseconds: <= 999 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(duration.TotalMilliseconds):0} ms"),
        { TotalSeconds: < 59.95 } => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.#} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(long)duration.TotalMinutes} min {duration.Seconds} s"),
    };

    /// <summary>A moment in UTC, to the minute.</summary>
    public static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";

    /// <summary>A number of things: <c>1 law</c>, <c>3 laws</c>.</summary>
    public static string Count(int number, string one) => string.Create(CultureInfo.InvariantCulture, $"{number} {one}{(number == 1 ? "" : "s")}");
}
