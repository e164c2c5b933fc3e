using System.Text.Json;

namespace Sluice;

/// <summary>The members of a JSON object, each known and there once: a misspelt member must not get lost silently.</summary>
internal readonly struct JsonMembers
{
    private readonly string _what;
    private readonly Dictionary<string, JsonElement> _members;

    public JsonMembers(JsonElement element, string what, params ReadOnlySpan<string> known)
    {
        _what = what;
        _members = new(StringComparer.Ordinal);
        foreach (var member in Of(element, what))
        {
            if (!known.Contains(member.Name))
            {
                throw new JsonException($"{what} has no member '{member.Name}'.");
            }

            if (!_members.TryAdd(member.Name, member.Value))
            {
                throw new JsonException($"{what} has the member '{member.Name}' twice.");
            }
        }
    }

    public JsonElement this[string name] => Optional(name) ?? throw new JsonException($"{_what} needs the member '{name}'.");

    public static JsonElement.ObjectEnumerator Of(JsonElement element, string what) => element.ValueKind == JsonValueKind.Object
        ? element.EnumerateObject()
        : throw new JsonException($"{what} is a JSON object, not {element.ValueKind}.");

    public static JsonElement.ArrayEnumerator Items(JsonElement element, string what) => element.ValueKind == JsonValueKind.Array
        ? element.EnumerateArray()
        : throw new JsonException($"{what} is a JSON array, not {element.ValueKind}.");

    /// <summary>The only member of an object, which says what the object is.</summary>
    public static JsonProperty Single(JsonElement element, string what)
    {
        var members = Of(element, what);
        if (!members.MoveNext())
        {
            throw new JsonException($"{what} has one member, not none.");
        }

        var only = members.Current;
        return members.MoveNext() ? throw new JsonException($"{what} has one member, not '{only.Name}' and '{members.Current.Name}'.") : only;
    }

    public JsonElement? Optional(string name) => _members.TryGetValue(name, out var value) ? value : null;
}
