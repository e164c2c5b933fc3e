namespace Sluice.Tests.Mapping;

public enum Status
{
    Active,
    Left = -7,

    /// <summary>A second name for a value.</summary>
    Gone = Left,
    @event = int.MaxValue,
}
