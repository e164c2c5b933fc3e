namespace Sluice;

/// <summary>An attribute has a given value.</summary>
public sealed class EqualsFilter : ComparisonFilter
{
    internal EqualsFilter(string attribute, object value)
        : base(attribute, value)
    {
    }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(FilterVisitor<TResult> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return visitor.VisitEquals(this);
    }

    /// <inheritdoc/>
    private protected override bool Holds(object value) => ValueOrder.AreEqual(value, Value);
}
