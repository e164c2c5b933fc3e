using System.Text.Json;

namespace Sluice;

/// <summary>Patches in JSON: one object per change, whose first member names the kind and the attribute.</summary>
internal sealed class PatchJson(ValueJson values)
{
    public void Write(Utf8JsonWriter writer, ObjectPatch patch)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("changes");
        foreach (var change in patch.Changes)
        {
            writer.WriteStartObject();
            var name = ValueJson.Writable(change.Name);
            switch (change.Kind)
            {
                case AttributeChangeKind.Set:
                    writer.WriteString("set", name);
                    writer.WritePropertyName("value");
                    values.Write(writer, change.Value);
                    break;
                case AttributeChangeKind.Modify:
                    writer.WriteString("modify", name);
                    WriteValues(writer, "add", change.Added);
                    WriteValues(writer, "remove", change.Removed);
                    break;
                default:
                    writer.WriteString("clear", name);
                    break;
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public ObjectPatch Read(JsonElement element)
    {
        var patch = ObjectPatch.Build();
        foreach (var change in JsonMembers.Items(new JsonMembers(element, "A patch", "changes")["changes"], "The changes of a patch"))
        {
            var members = new JsonMembers(change, "A change", "set", "value", "modify", "add", "remove", "clear");
            var set = members.Optional("set");
            var modify = members.Optional("modify");
            var clear = members.Optional("clear");
            switch (set, modify, clear)
            {
                case ({ } name, null, null):
                    Refuse(members, "set", "add", "remove");
                    patch.Set(Name(name), values.Read(members["value"])!);
                    break;
                case (null, { } name, null):
                    Refuse(members, "modify", "value");
                    ReadModify(patch, Name(name), members);
                    break;
                case (null, null, { } name):
                    Refuse(members, "clear", "value", "add", "remove");
                    patch.Clear(Name(name));
                    break;
                default:
                    throw new JsonException("A change has one of the members 'set', 'modify' and 'clear'.");
            }
        }

        return patch.Build();
    }

    private static string Name(JsonElement element) => ValueJson.Required(element, "The name of an attribute");

    private static void Refuse(JsonMembers members, string kind, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (members.Optional(name) is not null)
            {
                throw new JsonException($"A change of kind '{kind}' has no member '{name}'.");
            }
        }
    }

    private void ReadModify(ObjectPatch.Builder patch, string name, JsonMembers members)
    {
        var add = members.Optional("add");
        var remove = members.Optional("remove");
        if (add is null && remove is null)
        {
            throw new JsonException("A change of kind 'modify' has a member 'add', 'remove', or both.");
        }

        if (add is { } added)
        {
            patch.AddValues(name, values.ReadList(added));
        }

        if (remove is { } removed)
        {
            patch.RemoveValues(name, values.ReadList(removed));
        }
    }

    private void WriteValues(Utf8JsonWriter writer, string name, IReadOnlyList<object> list)
    {
        if (list.Count > 0)
        {
            writer.WritePropertyName(name);
            values.WriteList(writer, list);
        }
    }
}
