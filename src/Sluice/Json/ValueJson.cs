using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Sluice;

/// <summary>
/// Attribute values in JSON: text, booleans, null and lists as they are; any other value as an object that names its type, with the value
/// as text, which no reader of JSON can round.
/// </summary>
internal sealed class ValueJson(ISecretProtector? protector)
{
    /// <summary>Text with half a surrogate pair has no UTF-8 form; its code units are written instead.</summary>
    private const string Utf16 = "utf16";

    private const string Secret = "secret";

    public void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                WriteText(writer, text);
                break;
            case bool boolean:
                writer.WriteBooleanValue(boolean);
                break;
            case object[] values:
                WriteList(writer, values);
                break;
            case GuardedString secret:
                WriteTyped(writer, Secret, (protector ?? throw new JsonException("A secret is not written to JSON without a secret protector (SLC502).")).Protect(secret));
                break;
            default:
                var (type, form) = Format(value);
                WriteTyped(writer, type, form);
                break;
        }
    }

    public void WriteList(Utf8JsonWriter writer, IReadOnlyList<object> values)
    {
        writer.WriteStartArray();
        foreach (var item in values)
        {
            Write(writer, item);
        }

        writer.WriteEndArray();
    }

    public object? Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Array => ReadList(element),
        _ => ReadSingle(element),
    };

    public object[] ReadList(JsonElement element)
    {
        var values = new List<object>();
        foreach (var item in JsonMembers.Items(element, "A list of values"))
        {
            values.Add(ReadSingle(item));
        }

        return [.. values];
    }

    public object ReadSingle(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Object => ReadTyped(JsonMembers.Single(element, "A value")),
        JsonValueKind.Number => throw new JsonException("A number names its type and stands as text, for instance {\"int64\":\"5\"}."),
        var kind => throw new JsonException($"One value is text, a boolean or an object that names its type, not {kind}."),
    };

    public GuardedString ReadSecret(JsonElement element) =>
        ReadSingle(element) as GuardedString ?? throw new JsonException("A secret is an object with the one member 'secret'.");

    public string ReadText(JsonElement element) => ReadSingle(element) as string ?? throw new JsonException("Here stands a text.");

    public static void WriteText(Utf8JsonWriter writer, string text)
    {
        if (IsWellFormed(text))
        {
            writer.WriteStringValue(text);
        }
        else
        {
            WriteTyped(writer, Utf16, Convert.ToBase64String(MemoryMarshal.AsBytes(text.AsSpan())));
        }
    }

    public static string Required(JsonElement element, string what) =>
        element.ValueKind == JsonValueKind.String ? element.GetString()! : throw new JsonException($"{what} is a text, not {element.ValueKind}.");

    /// <summary>Names of attributes and classes stand as they are, so they must have a UTF-8 form.</summary>
    public static string Writable(string name) =>
        IsWellFormed(name) ? name : throw new JsonException("A name with half a surrogate pair cannot be written to JSON.");

    private static void WriteTyped(Utf8JsonWriter writer, string type, string form)
    {
        writer.WriteStartObject();
        writer.WriteString(type, form);
        writer.WriteEndObject();
    }

    private static (string Type, string Form) Format(object value)
    {
        var invariant = CultureInfo.InvariantCulture;
        return value switch
        {
            int number => ("int32", number.ToString(invariant)),
            long number => ("int64", number.ToString(invariant)),
            double number => ("double", number.ToString("R", invariant)),
            decimal number => ("decimal", number.ToString(invariant)),
            DateTimeOffset time => ("dateTimeOffset", time.ToString("O", invariant)),
            DateOnly date => ("date", date.ToString("O", invariant)),
            Guid guid => ("guid", guid.ToString("D")),
            byte[] bytes => ("bytes", Convert.ToBase64String(bytes)),
            _ => throw new JsonException($"A value of type {value.GetType()} has no JSON form."),
        };
    }

    private static bool IsWellFormed(string text)
    {
        var rest = text.AsSpan();
        for (var at = rest.IndexOfAnyInRange('\uD800', '\uDFFF'); at >= 0; at = rest.IndexOfAnyInRange('\uD800', '\uDFFF'))
        {
            if (Rune.DecodeFromUtf16(rest[at..], out _, out var length) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            rest = rest[(at + length)..];
        }

        return true;
    }

    private object ReadTyped(JsonProperty member)
    {
        var form = Required(member.Value, $"The value of '{member.Name}'");
        if (string.Equals(member.Name, Secret, StringComparison.Ordinal))
        {
            return (protector ?? throw new JsonException("A secret is not read from JSON without a secret protector (SLC502).")).Unprotect(form);
        }

        var invariant = CultureInfo.InvariantCulture;
        object value = member.Name switch
        {
            Utf16 => new string(MemoryMarshal.Cast<byte, char>(Convert.FromBase64String(form))),
            "int32" => int.Parse(form, NumberStyles.AllowLeadingSign, invariant),
            "int64" => long.Parse(form, NumberStyles.AllowLeadingSign, invariant),
            "double" => double.Parse(form, NumberStyles.Float, invariant),
            "decimal" => decimal.Parse(form, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, invariant),
            "dateTimeOffset" => DateTimeOffset.ParseExact(form, "O", invariant, DateTimeStyles.RoundtripKind),
            "date" => DateOnly.ParseExact(form, "O", invariant),
            "guid" => Guid.ParseExact(form, "D"),
            "bytes" => Convert.FromBase64String(form),
            _ => throw new JsonException($"There is no value type '{member.Name}'."),
        };

        // Parsing is lenient (it rounds digits away, for one); only the form that writing gives is the value.
        var isCanonical = value is string text ? !IsWellFormed(text) : string.Equals(Format(value).Form, form, StringComparison.Ordinal);
        return isCanonical ? value : throw new JsonException($"'{member.Name}' does not hold the canonical form of a value.");
    }
}
