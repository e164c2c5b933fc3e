namespace Sluice.Generators.Model;

/// <summary>What a parameter or member receives when an object is made.</summary>
/// <param name="Target">The parameter's or member's name.</param>
/// <param name="Slot">The slot that it is read from; null for a filler.</param>
/// <param name="Value">Its type; null for a filler.</param>
/// <param name="Presence">What happens when the attribute has no value.</param>
/// <param name="Default">The value then, or that of a filler, as C#.</param>
internal sealed record ObjectClassInput(string Target, int? Slot, ObjectClassValue? Value, ObjectClassPresence Presence, string? Default);
