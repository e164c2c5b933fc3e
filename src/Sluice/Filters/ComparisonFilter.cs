namespace Sluice;

/// <summary>An attribute compared with a value.</summary>
public abstract class ComparisonFilter : AttributeFilter
{
    private protected ComparisonFilter(string attribute, object value)
        : base(attribute) => Value = CheckedOperand(attribute, value);

    /// <summary>The value.</summary>
    public object Value { get; }
}
