namespace Sluice;

/// <summary>All of several filters hold.</summary>
public sealed class AndFilter : CompositeFilter
{
    internal AndFilter(IEnumerable<Filter> filters)
        : base(filters, filter => filter is AndFilter)
    {
    }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(FilterVisitor<TResult> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return visitor.VisitAnd(this);
    }

    /// <inheritdoc/>
    public override bool Matches(IAttributeSource source)
    {
        foreach (var filter in Filters)
        {
            if (!filter.Matches(source))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Join(" and ");
}
