namespace Sluice.Runtime;

/// <summary>
/// What the tokens of one class have in common while the classes run one after another: the positions of the others. A numeric
/// token of the class adds only its 64 bits, so composing it allocates nothing until the text is read.
/// </summary>
internal sealed class ComposedTokenPrefix(ObjectClass[] classes, SyncToken[] components, int current, SyncToken template)
{
    private string? _text;

    public static SyncToken Token(ObjectClass[] classes, SyncToken[] components, int current, in SyncToken own, ref ComposedTokenPrefix? shared)
    {
        if (!own.TryGetBits(out var bits))
            return SyncToken.Composed(new ComposedTokenPrefix(classes, components, current, own), 0);
        if (shared is null || !shared.Covers(own))
            shared = new ComposedTokenPrefix(classes, components, current, own);
        return SyncToken.Composed(shared, bits);
    }

    public string Compose(long bits)
    {
        if (!template.TryGetBits(out var same) || same == bits)
            return _text ??= ComposedToken.Format(classes, components, current, template);
        return ComposedToken.Format(classes, components, current, template.WithBits(bits));
    }

    private bool Covers(in SyncToken own) => own.TryGetBits(out var bits) && template.WithBits(bits) == own;
}
