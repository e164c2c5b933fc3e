using System.Text.Json;

namespace Sluice.TestKit;

/// <summary>
/// The verdict card as JSON, for dashboards and archives, and read back from it. The shape is described in <c>docs/testkit.md</c>;
/// its member <c>schema</c> grows when a reader of an older one would be misled.
/// </summary>
public static class CardJson
{
    /// <summary>Writes the card as JSON.</summary>
    /// <param name="card">The card.</param>
    public static string Write(ContractCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return JsonSerializer.Serialize(
            new CardDocument
            {
                Schema = CardDocument.Version,
                Connector = new(card.Connector.Name, card.Connector.DisplayName, card.Connector.Description, card.ConnectorVersion),
                System = card.System,
                KitVersion = card.KitVersion,
                Profile = card.Profile,
                BudgetMilliseconds = Milliseconds(card.Budget),
                Seed = card.Seed,
                Started = card.Started,
                DurationMilliseconds = Milliseconds(card.Duration),
                Passed = card.Passed,
                Counts = Enum.GetValues<LawVerdict>().ToDictionary(verdict => verdict.ToString(), card.Count, StringComparer.Ordinal),
                Declarations = [.. card.Declarations.Select(one => new CardDeclaration { Weakness = one.Weakness, Law = one.LawId, ObjectClass = one.ObjectClass?.Name, Reason = one.Reason })],
                Hosts = [.. card.Hosts.Select(Host)],
                Laws = [.. card.Findings.Select(Law)],
            },
            CardJsonContext.Default.CardDocument);
    }

    /// <summary>Reads a card that <see cref="Write"/> wrote.</summary>
    /// <param name="json">The JSON text.</param>
    /// <exception cref="FormatException">The text is not a card, or one of a schema that this kit does not know.</exception>
    public static ContractCard Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        CardDocument document;
        try
        {
            CheckSchema(json);
            document = JsonSerializer.Deserialize(json, CardJsonContext.Default.CardDocument)!;
        }
        catch (JsonException exception)
        {
            throw new FormatException($"The text is not a contract card: {exception.Message}", exception);
        }

        return new ContractCard
        {
            Connector = new(document.Connector.Name, document.Connector.DisplayName, document.Connector.Description),
            ConnectorVersion = document.Connector.Version,
            System = document.System,
            KitVersion = document.KitVersion,
            Profile = document.Profile,
            Budget = Span(document.BudgetMilliseconds),
            Seed = document.Seed,
            Started = document.Started,
            Duration = Span(document.DurationMilliseconds),
            Declarations = [.. document.Declarations.Select(one => new ContractDeclaration(one.Weakness, one.Law, one.ObjectClass is { } name ? new ObjectClass(name) : null, one.Reason))],
            Hosts = [.. document.Hosts.Select(Host)],
            Findings = [.. document.Laws.Select(Law)],
        };
    }

    // Before anything else is read: another schema may lack what this one requires.
    private static void CheckSchema(string json)
    {
        using var document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("schema", out var schema) || !schema.TryGetInt32(out var version))
            throw new FormatException("The text is not a contract card: it is not an object with a number 'schema'.");
        if (version != CardDocument.Version)
            throw new FormatException($"The card has schema {version}; this kit reads schema {CardDocument.Version}. Read it with the kit that wrote it, or with a newer one.");
    }

    private static CardHost Host(HostFinding finding) => new()
    {
        Name = finding.Host.Name,
        Description = finding.Host.Description,
        First = finding.Host.First,
        Keeps = finding.Host.Keeps,
        ObjectClass = finding.ObjectClass.Name,
        Verdict = finding.Verdict,
        Reason = finding.Reason,
        Story = Steps(finding.Story),
        DurationMilliseconds = Milliseconds(finding.Duration),
    };

    private static HostFinding Host(CardHost host) =>
        new(new(host.Name, host.Description, host.First, host.Keeps), new(host.ObjectClass), host.Verdict, host.Reason, Story(host.Story), Span(host.DurationMilliseconds));

    private static CardLaw Law(LawFinding finding) => new()
    {
        Law = finding.LawId,
        Title = finding.Title,
        HelpLink = finding.HelpLink,
        ObjectClass = finding.ObjectClass.Name,
        Verdict = finding.Verdict,
        Reason = finding.Reason,
        Story = Steps(finding.Story),
        Seed = finding.Seed,
        DurationMilliseconds = Milliseconds(finding.Duration),
        Faces = finding.Faces,
        MissingAbilities = finding.MissingAbilities,
        ObstructedBy = finding.ObstructedBy,
    };

    private static LawFinding Law(CardLaw law) =>
        new(law.Law, new(law.ObjectClass), law.Verdict, law.Reason, Story(law.Story), law.Seed, Span(law.DurationMilliseconds))
        {
            Faces = law.Faces,
            MissingAbilities = law.MissingAbilities,
            ObstructedBy = law.ObstructedBy,
        };

    private static CardStep[]? Steps(Story? story) => story is null ? null : [.. story.Steps.Select(step => new CardStep(step.Kind, step.Text))];

    private static Story? Story(IReadOnlyList<CardStep>? steps) => steps is null ? null : new Story([.. steps.Select(step => new StoryStep(step.Kind, step.Text))]);

    // Exact: a tick is a ten-thousandth of a millisecond.
    private static decimal Milliseconds(TimeSpan span) => span.Ticks / (decimal)TimeSpan.TicksPerMillisecond;

    private static TimeSpan Span(decimal milliseconds) => new((long)(milliseconds * TimeSpan.TicksPerMillisecond));
}
