namespace Sluice;

/// <summary>An attribute's text contains a given one.</summary>
public sealed class ContainsFilter : TextFilter
{
    internal ContainsFilter(string attribute, string text)
        : base(attribute, text)
    {
    }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(FilterVisitor<TResult> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return visitor.VisitContains(this);
    }

    /// <inheritdoc/>
    private protected override bool Holds(string value) => value.Contains(Text, StringComparison.Ordinal);
}
