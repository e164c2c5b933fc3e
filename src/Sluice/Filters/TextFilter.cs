namespace Sluice;

/// <summary>A condition on an attribute's text; an attribute of another type never fulfils it.</summary>
public abstract class TextFilter : AttributeFilter
{
    private protected TextFilter(string attribute, string text)
        : base(attribute)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        if (AttributeNames.IsSecret(attribute))
            throw new ArgumentException($"Attribute '{attribute}': a secret is not something to search for.", nameof(attribute));
        Text = text;
    }

    /// <summary>The text, compared exactly.</summary>
    public string Text { get; }

    /// <inheritdoc/>
    private protected sealed override bool Holds(object value) => value is string text && Holds(text);

    /// <summary>Whether a text fulfils the condition.</summary>
    private protected abstract bool Holds(string value);
}
