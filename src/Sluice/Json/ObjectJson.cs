using System.Text.Json;

namespace Sluice;

/// <summary>Objects, tokens and deltas in JSON. Attributes stand in one order whatever the object's shape, so that equal objects give equal text.</summary>
internal sealed class ObjectJson(ValueJson values)
{
    public void Write(Utf8JsonWriter writer, ConnectorObject value)
    {
        writer.WriteStartObject();
        writer.WriteString("objectClass", ValueJson.Writable(value.ObjectClass.Name));
        writer.WriteStartObject("attributes");
        foreach (var slot in value.Shape.CanonicalOrder)
        {
            if (!ReferenceEquals(value.Values[slot], ConnectorObject.Absent))
            {
                writer.WritePropertyName(ValueJson.Writable(value.Shape.NameAt(slot)));
                values.Write(writer, value.Values[slot]);
            }
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    public ConnectorObject Read(JsonElement element)
    {
        var members = new JsonMembers(element, "An object", "objectClass", "attributes");
        Uid uid = default;
        Name name = default;
        var others = new List<(string Name, object? Value)>();
        foreach (var attribute in JsonMembers.Of(members["attributes"], "The attributes of an object"))
        {
            if (uid.IsDefault && AttributeNames.Comparer.Equals(attribute.Name, AttributeNames.Uid))
            {
                uid = new Uid(values.ReadText(attribute.Value));
            }
            else if (name.IsDefault && AttributeNames.Comparer.Equals(attribute.Name, AttributeNames.Name))
            {
                name = new Name(values.ReadText(attribute.Value));
            }
            else
            {
                others.Add((attribute.Name, values.Read(attribute.Value)));
            }
        }

        var builder = ConnectorObject.Build(ObjectClass.Of(ValueJson.Required(members["objectClass"], "An object class")), uid, name);
        foreach (var (attribute, value) in others)
        {
            builder.Set(attribute, value);
        }

        return builder.Build();
    }

    public static void WriteToken(Utf8JsonWriter writer, SyncToken token)
    {
        if (token.IsDefault)
        {
            throw new JsonException("The default sync token is not a token.");
        }

        ValueJson.WriteText(writer, token.ToString());
    }

    public SyncToken ReadToken(JsonElement element) => SyncToken.Parse(values.ReadText(element));

    public void WriteDelta(Utf8JsonWriter writer, SyncDelta delta)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("token");
        WriteToken(writer, delta.Token);
        writer.WriteString("type", delta.Type switch
        {
            SyncDeltaType.Create => "create",
            SyncDeltaType.Update => "update",
            SyncDeltaType.Delete => "delete",
            SyncDeltaType.CreateOrUpdate => "createOrUpdate",
            _ => throw new JsonException("A delta without a type has no JSON form (SLC404)."),
        });
        if (delta.PreviousUid is { } previousUid)
        {
            writer.WritePropertyName("previousUid");
            ValueJson.WriteText(writer, previousUid.Value);
        }

        if (delta.Object is { } changed)
        {
            writer.WritePropertyName("object");
            Write(writer, changed);
        }
        else
        {
            writer.WriteString("objectClass", ValueJson.Writable(delta.ObjectClass.Name));
            writer.WritePropertyName("uid");
            ValueJson.WriteText(writer, delta.Uid.Value);
        }

        writer.WriteEndObject();
    }

    public SyncDelta ReadDelta(JsonElement element)
    {
        var members = new JsonMembers(element, "A delta", "token", "type", "previousUid", "object", "objectClass", "uid");
        var token = ReadToken(members["token"]);
        var type = ValueJson.Required(members["type"], "The type of a delta");
        if (string.Equals(type, "delete", StringComparison.Ordinal))
        {
            Refuse(members, type, "object", "previousUid");
            return SyncDelta.Delete(token, ObjectClass.Of(ValueJson.Required(members["objectClass"], "An object class")), new Uid(values.ReadText(members["uid"])));
        }

        Refuse(members, type, "objectClass", "uid");
        var changed = Read(members["object"]);
        var previousUid = members.Optional("previousUid") is { } previous ? new Uid(values.ReadText(previous)) : default(Uid?);
        switch (type)
        {
            case "create":
                Refuse(members, type, "previousUid");
                return SyncDelta.Create(token, changed);
            case "update":
                return SyncDelta.Update(token, changed, previousUid);
            case "createOrUpdate":
                return SyncDelta.CreateOrUpdate(token, changed, previousUid);
            default:
                throw new JsonException($"There is no delta type '{type}'.");
        }
    }

    private static void Refuse(JsonMembers members, string type, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (members.Optional(name) is not null)
            {
                throw new JsonException($"A delta of type '{type}' has no member '{name}'.");
            }
        }
    }
}
