using System.Globalization;
using Microsoft.CodeAnalysis.Text;

namespace Sluice.Testing;

/// <summary>One marked span.</summary>
/// <param name="Path">The file.</param>
/// <param name="Id">The diagnostic's id, <c>#n</c> for an additional location, nothing for the only id there is.</param>
/// <param name="Span">The span in the code without marks.</param>
public sealed record Mark(string Path, string? Id, TextSpan Span) : IComparable<Mark>
{
    /// <summary>Whether an additional location is meant.</summary>
    public bool IsAdditional => Id is ['#', ..];

    /// <inheritdoc/>
    public int CompareTo(Mark? other)
    {
        if (other is null)
            return 1;
        var order = string.CompareOrdinal(Path, other.Path);
        if (order == 0)
            order = Span.CompareTo(other.Span);
        return order == 0 ? string.CompareOrdinal(Id, other.Id) : order;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id} at {Path} {Span}");
}
