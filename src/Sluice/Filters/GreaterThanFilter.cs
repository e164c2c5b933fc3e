namespace Sluice;

/// <summary>An attribute is greater than a given value.</summary>
public sealed class GreaterThanFilter : ComparisonFilter
{
    internal GreaterThanFilter(string attribute, object value)
        : base(attribute, value)
    {
    }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(FilterVisitor<TResult> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return visitor.VisitGreaterThan(this);
    }

    /// <inheritdoc/>
    private protected override bool Holds(object value) => ValueOrder.TryCompare(value, Value, out var order) && order > 0;
}
