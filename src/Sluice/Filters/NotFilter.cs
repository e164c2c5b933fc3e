namespace Sluice;

/// <summary>A filter does not hold.</summary>
public sealed class NotFilter : Filter
{
    internal NotFilter(Filter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        Filter = filter;
    }

    /// <summary>The filter that does not hold.</summary>
    public Filter Filter { get; }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(FilterVisitor<TResult> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return visitor.VisitNot(this);
    }

    /// <inheritdoc/>
    public override bool Matches(IAttributeSource source) => !Filter.Matches(source);

    internal override void AddAttributes(List<string> names) => Filter.AddAttributes(names);

    /// <inheritdoc/>
    public override string ToString() => $"not {Filter}";
}
