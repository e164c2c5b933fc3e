namespace Sluice;

/// <summary>An attribute's text starts with a given one.</summary>
public sealed class StartsWithFilter : TextFilter
{
    internal StartsWithFilter(string attribute, string text)
        : base(attribute, text)
    {
    }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(FilterVisitor<TResult> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return visitor.VisitStartsWith(this);
    }

    /// <inheritdoc/>
    private protected override bool Holds(string value) => value.StartsWith(Text, StringComparison.Ordinal);
}
