namespace Sluice.Generators.Emission;

/// <summary>A connector's words in doc comments.</summary>
internal static class ConnectorDoc
{
    /// <summary>A text in one line, escaped; quotation marks stay, which are no markup between tags.</summary>
    public static string Text(string text) => string.Concat(text.Select(character => character switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        // A doc comment ends with its line.
        '\u2028' or '\u2029' => " ",
        _ when char.IsControl(character) => " ",
        _ => $"{character}",
    }));
}
