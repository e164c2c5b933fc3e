using Sluice.Generators.Infrastructure;
using Sluice.Generators.Model;

namespace Sluice.Generators.Emission;

/// <summary>Writes the method that makes an object of attributes.</summary>
internal static class ObjectClassBuilding
{
    public static void Write(SourceWriter writer, ObjectClassModel model, string type)
    {
        var head = $"public override {type} Build(global::Sluice.AttributeReader attributes)";
        if (model.Construction is not { } construction)
        {
            writer.WriteLine($"{head} => throw new global::System.NotSupportedException({CSharpLiteral.Of($"{model.Hierarchy.Target.Name} has no constructor that takes only its attributes (SLC002).")});");
            return;
        }

        if (construction.Assignments.IsEmpty)
        {
            writer.Write($"{head} => ");
            WriteCreation(writer, model, construction, "new");
            return;
        }

        using var block = writer.Block(head);
        writer.Write("var result = ");
        WriteCreation(writer, model, construction, $"new {type}");
        writer.WriteLine();
        foreach (var input in construction.Assignments)
        {
            writer.WriteLine($"if (attributes.{(input.Presence == ObjectClassPresence.Optional ? "Has" : "HasValue")}({input.Slot}))");
            using (writer.Indent())
                writer.WriteLine($"result.{CSharpLiteral.Identifier(input.Target)} = {Value(model, input with { Presence = input.Presence == ObjectClassPresence.Optional ? ObjectClassPresence.Optional : ObjectClassPresence.Required })};");
        }

        writer.WriteLine("return result;");
    }

    private static void WriteCreation(SourceWriter writer, ObjectClassModel model, ObjectClassConstruction construction, string creation)
    {
        var hasInitializers = !construction.Initializers.IsEmpty;
        if (construction.Arguments.IsEmpty)
        {
            writer.WriteLine($"{creation}(){(hasInitializers ? "" : ";")}");
        }
        else
        {
            writer.WriteLine($"{creation}(");
            using (writer.Indent())
            {
                for (var i = 0; i < construction.Arguments.Count; i++)
                {
                    var input = construction.Arguments[i];
                    var end = i + 1 < construction.Arguments.Count ? "," : hasInitializers ? ")" : ");";
                    writer.WriteLine($"{CSharpLiteral.Identifier(input.Target)}: {Value(model, input)}{end}");
                }
            }
        }

        if (!hasInitializers)
            return;
        using var block = writer.Block(close: "};");
        foreach (var input in construction.Initializers)
            writer.WriteLine($"{CSharpLiteral.Identifier(input.Target)} = {Value(model, input)},");
    }

    private static string Value(ObjectClassModel model, ObjectClassInput input) => input switch
    {
        { Slot: null } or { Value: null } => input.Default!,
        { Slot: 0, Value: var value } => Uid(value),
        { Slot: 1, Value: var value } => Name(value),
        { Value: { Collection: ObjectClassCollection.None } value } => Single(model, input, value),
        _ => Many(model, input, input.Value!),
    };

    // A new object may have no uid yet.
    private static string Uid(ObjectClassValue value) => value.Conversion switch
    {
        ObjectClassConversion.WrappedText => $"attributes.Uid() is {{ Length: > 0 }} uid ? new {value.TypeName}(uid) : default",
        ObjectClassConversion.GuidText or ObjectClassConversion.NumberText => $"attributes.Uid<{value.TypeName}>()",
        _ => "attributes.Uid()",
    };

    private static string Name(ObjectClassValue value) => value.Conversion switch
    {
        ObjectClassConversion.WrappedText => $"new {value.TypeName}(attributes.Name())",
        ObjectClassConversion.GuidText or ObjectClassConversion.NumberText => $"attributes.Name<{value.TypeName}>()",
        _ => "attributes.Name()",
    };

    private static string Single(ObjectClassModel model, ObjectClassInput input, ObjectClassValue value)
    {
        var (required, optional) = value.Conversion == ObjectClassConversion.EnumName
            ? ($"attributes.RequiredEnum({input.Slot}, {ParserOf(model, value)})", $"attributes.OptionalEnum({input.Slot}, {ParserOf(model, value)})")
            : ($"attributes.Required<{value.TypeName}>({input.Slot})", $"attributes.{(value.IsValueType ? "OptionalValue" : "Optional")}<{value.TypeName}>({input.Slot})");
        return input.Presence switch
        {
            ObjectClassPresence.Required => required,
            ObjectClassPresence.DefaultForNull => $"{optional} ?? {input.Default}",
            ObjectClassPresence.DefaultForAbsent => $"attributes.Has({input.Slot}) ? {optional} : {input.Default}",
            _ => optional,
        };
    }

    private static string Many(ObjectClassModel model, ObjectClassInput input, ObjectClassValue value)
    {
        var (required, optional) = value.Conversion == ObjectClassConversion.EnumName
            ? ($"attributes.RequiredEnumValues({input.Slot}, {ParserOf(model, value)})", $"attributes.EnumValues({input.Slot}, {ParserOf(model, value)})")
            : ($"attributes.RequiredValues<{value.TypeName}>({input.Slot})", $"attributes.Values<{value.TypeName}>({input.Slot})");
        var isArray = value.Collection == ObjectClassCollection.Array;
        var copy = isArray ? optional : $"{optional} is {{ }} values{input.Slot} ? [.. values{input.Slot}] : null";
        return input.Presence switch
        {
            ObjectClassPresence.Required => isArray ? required : $"[.. {required}]",
            ObjectClassPresence.DefaultForNull => isArray ? $"{optional} ?? {input.Default}" : $"[.. {optional} ?? {input.Default}]",
            ObjectClassPresence.DefaultForAbsent => $"attributes.Has({input.Slot}) ? ({copy}) : {input.Default}",
            _ => copy,
        };
    }

    private static string ParserOf(ObjectClassModel model, ObjectClassValue value)
        => model.Enums.First(type => string.Equals(type.TypeName, value.TypeName, StringComparison.Ordinal)).Parser;
}
