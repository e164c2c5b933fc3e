namespace Sluice;

/// <summary>A condition made of others.</summary>
public abstract class CompositeFilter : Filter
{
    private protected CompositeFilter(IEnumerable<Filter> filters, Predicate<Filter> isSameKind)
    {
        ArgumentNullException.ThrowIfNull(filters);
        var flat = new List<Filter>();
        foreach (var filter in filters)
        {
            ArgumentNullException.ThrowIfNull(filter, nameof(filters));

            // Flattened, so that a long chain of & or | stays shallow.
            if (isSameKind(filter))
            {
                flat.AddRange(((CompositeFilter)filter).Filters);
            }
            else
            {
                flat.Add(filter);
            }
        }

        if (flat.Count == 0)
        {
            throw new ArgumentException("There is no filter to combine.", nameof(filters));
        }

        Filters = flat.AsReadOnly();
    }

    /// <summary>The parts, at least one; none is of the same kind.</summary>
    public IReadOnlyList<Filter> Filters { get; }

    internal sealed override void AddAttributes(List<string> names)
    {
        foreach (var filter in Filters)
            filter.AddAttributes(names);
    }

    private protected string Join(string word) => $"({string.Join(word, Filters)})";
}
