namespace Sluice;

/// <summary>At least one of several filters holds.</summary>
public sealed class OrFilter : CompositeFilter
{
    internal OrFilter(IEnumerable<Filter> filters)
        : base(filters, filter => filter is OrFilter)
    {
    }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(FilterVisitor<TResult> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return visitor.VisitOr(this);
    }

    /// <inheritdoc/>
    public override bool Matches(IAttributeSource source)
    {
        foreach (var filter in Filters)
        {
            if (filter.Matches(source))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public override string ToString() => Join(" or ");
}
