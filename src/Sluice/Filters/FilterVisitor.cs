namespace Sluice;

/// <summary>Translates filters, for instance to a query language. Values belong into parameters, not into its text (SLC316).</summary>
/// <typeparam name="TResult">What a filter is translated to.</typeparam>
public abstract class FilterVisitor<TResult>
{
    /// <summary>Translates any filter.</summary>
    /// <param name="filter">The filter.</param>
    public TResult Visit(Filter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return filter.Accept(this);
    }

    /// <summary>Translates an equality.</summary>
    /// <param name="filter">The filter.</param>
    public abstract TResult VisitEquals(EqualsFilter filter);

    /// <summary>Translates a substring condition.</summary>
    /// <param name="filter">The filter.</param>
    public abstract TResult VisitContains(ContainsFilter filter);

    /// <summary>Translates a prefix condition.</summary>
    /// <param name="filter">The filter.</param>
    public abstract TResult VisitStartsWith(StartsWithFilter filter);

    /// <summary>Translates a suffix condition.</summary>
    /// <param name="filter">The filter.</param>
    public abstract TResult VisitEndsWith(EndsWithFilter filter);

    /// <summary>Translates a lower bound.</summary>
    /// <param name="filter">The filter.</param>
    public abstract TResult VisitGreaterThan(GreaterThanFilter filter);

    /// <summary>Translates an inclusive lower bound.</summary>
    /// <param name="filter">The filter.</param>
    public abstract TResult VisitGreaterThanOrEqual(GreaterThanOrEqualFilter filter);

    /// <summary>Translates an upper bound.</summary>
    /// <param name="filter">The filter.</param>
    public abstract TResult VisitLessThan(LessThanFilter filter);

    /// <summary>Translates an inclusive upper bound.</summary>
    /// <param name="filter">The filter.</param>
    public abstract TResult VisitLessThanOrEqual(LessThanOrEqualFilter filter);

    /// <summary>Translates a condition on several values.</summary>
    /// <param name="filter">The filter.</param>
    public abstract TResult VisitContainsAll(ContainsAllFilter filter);

    /// <summary>Translates a presence condition.</summary>
    /// <param name="filter">The filter.</param>
    public abstract TResult VisitPresent(PresentFilter filter);

    /// <summary>Translates a conjunction.</summary>
    /// <param name="filter">The filter.</param>
    public abstract TResult VisitAnd(AndFilter filter);

    /// <summary>Translates a disjunction.</summary>
    /// <param name="filter">The filter.</param>
    public abstract TResult VisitOr(OrFilter filter);

    /// <summary>Translates a negation.</summary>
    /// <param name="filter">The filter.</param>
    public abstract TResult VisitNot(NotFilter filter);
}
