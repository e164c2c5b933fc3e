namespace Sluice;

/// <summary>An attribute has all of several values, and possibly others.</summary>
public sealed class ContainsAllFilter : AttributeFilter
{
    internal ContainsAllFilter(string attribute, IEnumerable<object> values)
        : base(attribute)
    {
        ArgumentNullException.ThrowIfNull(values);
        Values = [.. values.Select(value => CheckedOperand(attribute, value))];
        if (Values.Count == 0)
        {
            throw new ArgumentException($"Attribute '{attribute}': there is no value to look for.", nameof(values));
        }
    }

    /// <summary>The values.</summary>
    public IReadOnlyList<object> Values { get; }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(FilterVisitor<TResult> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return visitor.VisitContainsAll(this);
    }

    /// <inheritdoc/>
    public override bool Matches(IAttributeSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!source.TryGet(Attribute, out var value))
        {
            return false;
        }

        foreach (var wanted in Values)
        {
            if (!Has(value, wanted))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    private protected override bool Holds(object value) => Values.Count == 1 && ValueOrder.AreEqual(value, Values[0]);

    private static bool Has(object? value, object wanted) => value switch
    {
        null => false,
        IReadOnlyList<object> values => values.Any(item => ValueOrder.AreEqual(item, wanted)),
        _ => ValueOrder.AreEqual(value, wanted),
    };
}
