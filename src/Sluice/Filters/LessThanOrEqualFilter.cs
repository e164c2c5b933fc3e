namespace Sluice;

/// <summary>An attribute is less than a given value or equal to it.</summary>
public sealed class LessThanOrEqualFilter : ComparisonFilter
{
    internal LessThanOrEqualFilter(string attribute, object value)
        : base(attribute, value)
    {
    }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(FilterVisitor<TResult> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return visitor.VisitLessThanOrEqual(this);
    }

    /// <inheritdoc/>
    private protected override bool Holds(object value) => ValueOrder.TryCompare(value, Value, out var order) && order <= 0;
}
