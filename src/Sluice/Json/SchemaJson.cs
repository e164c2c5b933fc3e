using System.Text.Json;

namespace Sluice;

/// <summary>Schemas in JSON.</summary>
internal static class SchemaJson
{
    private static readonly (string Text, AttributeType Type)[] Types =
    [
        ("string", AttributeType.String),
        ("boolean", AttributeType.Boolean),
        ("int32", AttributeType.Int32),
        ("int64", AttributeType.Int64),
        ("double", AttributeType.Double),
        ("decimal", AttributeType.Decimal),
        ("dateTimeOffset", AttributeType.DateTimeOffset),
        ("date", AttributeType.Date),
        ("guid", AttributeType.Guid),
        ("bytes", AttributeType.Bytes),
        ("secret", AttributeType.GuardedString),
    ];

    private static readonly (string Text, AttributeTraits Trait)[] Traits =
    [
        ("required", AttributeTraits.Required),
        ("multiValued", AttributeTraits.MultiValued),
        ("notCreatable", AttributeTraits.NotCreatable),
        ("notUpdateable", AttributeTraits.NotUpdateable),
        ("notReadable", AttributeTraits.NotReadable),
        ("notReturnedByDefault", AttributeTraits.NotReturnedByDefault),
    ];

    public static void Write(Utf8JsonWriter writer, ConnectorSchema schema)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("classes");
        foreach (var info in schema.Classes)
        {
            writer.WriteStartObject();
            writer.WriteString("objectClass", ValueJson.Writable(info.ObjectClass.Name));
            WriteDescription(writer, info.Description);
            writer.WriteStartArray("attributes");
            foreach (var attribute in info.Attributes)
            {
                Write(writer, attribute);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static ConnectorSchema Read(JsonElement element)
    {
        var members = new JsonMembers(element, "A schema", "classes");
        return new ConnectorSchema([.. JsonMembers.Items(members["classes"], "The classes of a schema").Select(ReadClass)]);
    }

    private static void Write(Utf8JsonWriter writer, ObjectAttributeInfo attribute)
    {
        writer.WriteStartObject();
        writer.WriteString("name", ValueJson.Writable(attribute.Name));
        writer.WriteString("type", Types[(int)attribute.Type].Text);
        if (attribute.Traits != AttributeTraits.None)
        {
            WriteTexts(writer, "traits", Traits.Where(row => attribute.Traits.HasFlag(row.Trait)).Select(row => row.Text));
        }

        WriteDescription(writer, attribute.Description);
        if (attribute.AllowedValues is not null)
        {
            WriteTexts(writer, "allowedValues", attribute.AllowedValues);
        }

        writer.WriteEndObject();
    }

    private static void WriteDescription(Utf8JsonWriter writer, string? description)
    {
        if (description is not null)
        {
            writer.WriteString("description", ValueJson.Writable(description));
        }
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(ValueJson.Writable(text));
        }

        writer.WriteEndArray();
    }

    private static ObjectClassInfo ReadClass(JsonElement element)
    {
        var members = new JsonMembers(element, "An object class", "objectClass", "description", "attributes");
        return new ObjectClassInfo(
            ObjectClass.Of(ValueJson.Required(members["objectClass"], "An object class")),
            [.. JsonMembers.Items(members["attributes"], "The attributes of a class").Select(ReadAttribute)],
            ReadDescription(members));
    }

    private static ObjectAttributeInfo ReadAttribute(JsonElement element)
    {
        var members = new JsonMembers(element, "An attribute", "name", "type", "traits", "description", "allowedValues");
        var traits = AttributeTraits.None;
        foreach (var text in ReadTexts(members, "traits") ?? [])
        {
            var row = Array.Find(Traits, row => string.Equals(row.Text, text, StringComparison.Ordinal));
            traits |= row.Text is null ? throw new JsonException($"There is no trait '{text}'.") : row.Trait;
        }

        var type = ValueJson.Required(members["type"], "The type of an attribute");
        var known = Array.Find(Types, row => string.Equals(row.Text, type, StringComparison.Ordinal));
        return new ObjectAttributeInfo(
            ValueJson.Required(members["name"], "The name of an attribute"),
            known.Text is null ? throw new JsonException($"There is no attribute type '{type}'.") : known.Type,
            traits,
            ReadDescription(members),
            ReadTexts(members, "allowedValues"));
    }

    private static string? ReadDescription(JsonMembers members) =>
        members.Optional("description") is { } description ? ValueJson.Required(description, "A description") : null;

    private static string[]? ReadTexts(JsonMembers members, string name) =>
        members.Optional(name) is { } texts ? [.. JsonMembers.Items(texts, name).Select(text => ValueJson.Required(text, name))] : null;
}
