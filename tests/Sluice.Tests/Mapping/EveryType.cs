using System.Collections.Immutable;

namespace Sluice.Tests.Mapping;

/// <summary>A value of every type, optional and required, single and several.</summary>
[ObjectClass("every")]
public sealed partial record EveryType([Uid] string Id, [Name] string Name)
{
    public string? Text { get; init; }
    public bool? Flag { get; init; }
    public int? Small { get; init; }
    public long? Large { get; init; }
    public double? Real { get; init; }
    public decimal? Exact { get; init; }
    public DateTimeOffset? Moment { get; init; }
    public DateOnly? Day { get; init; }
    public Guid? Key { get; init; }
    public byte[]? Bytes { get; init; }
    public GuardedString? Secret { get; init; }
    public Status? Status { get; init; }

    public IReadOnlyList<string>? Texts { get; init; }
    public IReadOnlyCollection<bool>? Flags { get; init; }
    public int[]? Smalls { get; init; }
    public List<long>? Larges { get; init; }
    public IEnumerable<double>? Reals { get; init; }
    public ImmutableArray<decimal>? Exacts { get; init; }
    public IReadOnlyList<DateTimeOffset>? Moments { get; init; }
    public DateOnly[]? Days { get; init; }
    public List<Guid>? Keys { get; init; }
    public byte[][]? Blobs { get; init; }
    public ImmutableArray<Status>? Statuses { get; init; }
}
