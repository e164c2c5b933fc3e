namespace Sluice;

/// <summary>A condition on one attribute.</summary>
public abstract class AttributeFilter : Filter
{
    private protected AttributeFilter(string attribute)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(attribute);
        Attribute = attribute;
    }

    /// <summary>The attribute's name.</summary>
    public string Attribute { get; }

    /// <inheritdoc/>
    public override bool Matches(IAttributeSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!source.TryGet(Attribute, out var value))
        {
            return false;
        }

        switch (value)
        {
            case null:
                return false;
            case IReadOnlyList<object> values:
                foreach (var item in values)
                {
                    if (Holds(item))
                    {
                        return true;
                    }
                }

                return false;
            default:
                return Holds(value);
        }
    }

    internal sealed override void AddAttributes(List<string> names) => names.Add(Attribute);

    /// <summary>The kind of condition and the attribute; never values.</summary>
    public override string ToString() => $"{GetType().Name[..^nameof(Filter).Length]}({Attribute})";

    /// <summary>A value to compare with, as it is stored. Secrets are not searched for: what a query looks for ends up in logs.</summary>
    private protected static object CheckedOperand(string attribute, object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value is GuardedString
            ? throw new ArgumentException($"Attribute '{attribute}': a secret is not something to search for.", nameof(value))
            : AttributeValue.CheckedSingle(attribute, value);
    }

    /// <summary>Whether one value of the attribute fulfils the condition.</summary>
    private protected abstract bool Holds(object value);
}
