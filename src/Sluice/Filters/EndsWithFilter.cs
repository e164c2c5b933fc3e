namespace Sluice;

/// <summary>An attribute's text ends with a given one.</summary>
public sealed class EndsWithFilter : TextFilter
{
    internal EndsWithFilter(string attribute, string text)
        : base(attribute, text)
    {
    }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(FilterVisitor<TResult> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return visitor.VisitEndsWith(this);
    }

    /// <inheritdoc/>
    private protected override bool Holds(string value) => value.EndsWith(Text, StringComparison.Ordinal);
}
