using System.Collections.Immutable;

namespace Sluice.Tests.Mapping;

/// <summary>Values that must be there, and defaults for those that need not.</summary>
[ObjectClass("required")]
public sealed partial class RequiredTypes
{
    private RequiredTypes(Guid id, long number, string text = "parameter", int? count = 5)
    {
        (Id, Number, Text, Count) = (id, number, text, count);
    }

    [Uid] public Guid Id { get; }
    [Name] public required string Login { get; init; }
    public long Number { get; }
    public string Text { get; }
    public int? Count { get; }
    public Status Status { get; set; }
    public IReadOnlyList<string> Texts { get; set; } = null!;
    public List<Status> Statuses { get; set; } = null!;
    public ImmutableArray<int> Numbers { get; set; }
    public string Constant { get; init; } = "constant";
    public string Empty { get; init; } = string.Empty;
    public IReadOnlyList<int> None { get; init; } = [];
    public IReadOnlyList<int> Some { get; set; } = [1, 2];
    public DateTimeOffset Epoch { get; set; } = DateTimeOffset.UnixEpoch;

    [ObjectAttribute(NotCreatable = true)]
    public long Version { get; set; }

    [Ignore]
    public required object Tag { get; init; }

    public string Computed => $"{Login}:{Number}";

    public static RequiredTypes Sample(Guid id) => new(id, 42)
    {
        Login = "ada",
        Status = Status.Left,
        Texts = ["a"],
        Statuses = [Status.Active, Status.@event],
        Numbers = [3, 4],
        Tag = new(),
    };

    public static RequiredTypes Without(string? login, IReadOnlyList<string>? texts) => new(Guid.Empty, 1)
    {
        Login = login!,
        Texts = texts!,
        Statuses = [],
        Numbers = [],
        Tag = new(),
    };
}
