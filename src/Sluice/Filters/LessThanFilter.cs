namespace Sluice;

/// <summary>An attribute is less than a given value.</summary>
public sealed class LessThanFilter : ComparisonFilter
{
    internal LessThanFilter(string attribute, object value)
        : base(attribute, value)
    {
    }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(FilterVisitor<TResult> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return visitor.VisitLessThan(this);
    }

    /// <inheritdoc/>
    private protected override bool Holds(object value) => ValueOrder.TryCompare(value, Value, out var order) && order < 0;
}
