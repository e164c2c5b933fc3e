namespace Sluice.Tests.Configuration;

/// <summary>One property of each type that a configuration may have.</summary>
[ConnectorConfiguration]
public sealed partial class AllTypes
{
    public string Text { get; set; } = "default";
    public string? OptionalText { get; set; } = "default";
    public bool Flag { get; set; } = true;
    public int Number { get; set; } = 1;
    public int? OptionalNumber { get; set; } = 1;
    public long Big { get; set; } = 1;
    public double Real { get; set; } = 1;
    public decimal Exact { get; set; } = 1;
    public Guid Id { get; set; }
    public Uri Address { get; set; } = new("https://example.com/");
    public Uri? OptionalAddress { get; set; }
    public TimeSpan Wait { get; set; }
    public DateTimeOffset When { get; set; }
    public DayOfWeek Day { get; set; }
    public DayOfWeek? OptionalDay { get; set; }
    public FileAccess Access { get; set; } = FileAccess.Read;
    public GuardedString? Secret { get; set; }
    public string[] Texts { get; set; } = ["default"];
    public IReadOnlyList<string>? OptionalTexts { get; set; }
    public int[] Numbers { get; set; } = [];
    public IReadOnlyList<long> Bigs { get; set; } = [];
    public Guid[]? Ids { get; set; }
    public IReadOnlyList<Uri> Addresses { get; set; } = [];

    [Ignore]
    public object? State { get; set; }

    public string Shown => $"{Text} {Number}";

    public int Runs { get; private set; }

    public void Run() => Runs++;
}
