namespace Sluice;

/// <summary>Turns secrets into text that may be stored, and back: what a <see cref="ConnectorJson"/> needs before it writes any.</summary>
public interface ISecretProtector
{
    /// <summary>A text from which only <see cref="Unprotect"/> gets the secret back.</summary>
    /// <param name="secret">The secret.</param>
    string Protect(GuardedString secret);

    /// <summary>The secret of a text that <see cref="Protect"/> made.</summary>
    /// <param name="text">The text.</param>
    GuardedString Unprotect(string text);
}
