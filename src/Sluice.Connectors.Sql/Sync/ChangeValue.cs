using System.Globalization;

namespace Sluice.Connectors.Sql;

/// <summary>A value of a changed column: a number (a point in time counts its ticks), or a text in ordinal order.</summary>
internal readonly record struct ChangeValue(long Number, string? Text) : IComparable<ChangeValue>
{
    public ChangeValue(long number)
        : this(number, null)
    {
    }

    public int CompareTo(ChangeValue other) => Text is not null && other.Text is not null ? string.CompareOrdinal(Text, other.Text) : Number.CompareTo(other.Number);

    public override string ToString() => Text is null ? string.Create(CultureInfo.InvariantCulture, $"n{Number}") : "t" + Text;

    public static ChangeValue Parse(string text) => text is ['t', .. var value] ? new(0, value)
        : text is ['n', .. var number] ? new(long.Parse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))
        : throw new FormatException("A changed value begins with n or t.");
}
