using System.Text.Json.Serialization;

namespace Sluice.TestKit;

/// <summary>The shape of the JSON card. Members are only added within one <see cref="Version"/>.</summary>
internal sealed record CardDocument
{
    public const int Version = 1;

    public required int Schema { get; init; }

    public required CardConnector Connector { get; init; }

    public string? System { get; init; }

    public required string KitVersion { get; init; }

    public required ContractProfile Profile { get; init; }

    public required decimal BudgetMilliseconds { get; init; }

    public required string Seed { get; init; }

    public required DateTimeOffset Started { get; init; }

    public required decimal DurationMilliseconds { get; init; }

    /// <summary>For readers that do not want to count; not read back.</summary>
    public bool Passed { get; init; }

    /// <summary>Findings by verdict; not read back.</summary>
    public Dictionary<string, int> Counts { get; init; } = [];

    public required IReadOnlyList<CardDeclaration> Declarations { get; init; }

    public required IReadOnlyList<CardHost> Hosts { get; init; }

    public required IReadOnlyList<CardLaw> Laws { get; init; }
}

internal sealed record CardConnector(string Name, string DisplayName, string? Description = null, string? Version = null);

internal sealed record CardDeclaration
{
    public ContractWeakness? Weakness { get; init; }

    public string? Law { get; init; }

    public string? ObjectClass { get; init; }

    public required string Reason { get; init; }
}

internal sealed record CardHost
{
    public required string Name { get; init; }

    public required string Description { get; init; }

    public required HostFirstRun First { get; init; }

    public required HostKeeps Keeps { get; init; }

    public required string ObjectClass { get; init; }

    public required LawVerdict Verdict { get; init; }

    public required string Reason { get; init; }

    public IReadOnlyList<CardStep>? Story { get; init; }

    public required decimal DurationMilliseconds { get; init; }
}

internal sealed record CardLaw
{
    public required string Law { get; init; }

    /// <summary>Not read back: the catalogue knows it.</summary>
    public string? Title { get; init; }

    /// <summary>Not read back: the catalogue knows it.</summary>
    public string? HelpLink { get; init; }

    public required string ObjectClass { get; init; }

    public required LawVerdict Verdict { get; init; }

    public required string Reason { get; init; }

    public IReadOnlyList<CardStep>? Story { get; init; }

    public string? Seed { get; init; }

    public required decimal DurationMilliseconds { get; init; }

    public IReadOnlyList<string> Faces { get; init; } = [];

    public IReadOnlyList<string> MissingAbilities { get; init; } = [];

    public string? ObstructedBy { get; init; }
}

internal sealed record CardStep(StoryStepKind Kind, string Text);

[JsonSourceGenerationOptions(
    WriteIndented = true,
    NewLine = "\n",
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CardDocument))]
internal sealed partial class CardJsonContext : JsonSerializerContext;
