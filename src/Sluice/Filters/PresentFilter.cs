namespace Sluice;

/// <summary>An attribute has at least one value.</summary>
public sealed class PresentFilter : AttributeFilter
{
    internal PresentFilter(string attribute)
        : base(attribute)
    {
    }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(FilterVisitor<TResult> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return visitor.VisitPresent(this);
    }

    /// <inheritdoc/>
    private protected override bool Holds(object value) => true;
}
