using System.Text.Json;

namespace Sluice;

/// <summary>Filters in JSON: an object with one member, which names the condition.</summary>
internal sealed class FilterJson(ValueJson values)
{
    public void Write(Utf8JsonWriter writer, Filter filter)
    {
        writer.WriteStartObject();
        filter.Accept(new Writer(writer, values));
        writer.WriteEndObject();
    }

    public Filter Read(JsonElement element)
    {
        var condition = JsonMembers.Single(element, "A filter");
        var operand = condition.Value;
        return condition.Name switch
        {
            "equals" => Compare(operand, Filter.Equal),
            "greaterThan" => Compare(operand, Filter.GreaterThan),
            "greaterThanOrEqual" => Compare(operand, Filter.GreaterThanOrEqual),
            "lessThan" => Compare(operand, Filter.LessThan),
            "lessThanOrEqual" => Compare(operand, Filter.LessThanOrEqual),
            "contains" => Text(operand, Filter.Contains),
            "startsWith" => Text(operand, Filter.StartsWith),
            "endsWith" => Text(operand, Filter.EndsWith),
            "containsAll" => ContainsAll(operand),
            "present" => Filter.Present(ValueJson.Required(operand, "The name of an attribute")),
            "and" => Filter.And(Parts(operand)),
            "or" => Filter.Or(Parts(operand)),
            "not" => Filter.Not(Read(operand)),
            var other => throw new JsonException($"There is no condition '{other}'."),
        };
    }

    private static string Attribute(JsonMembers members) => ValueJson.Required(members["attribute"], "The name of an attribute");

    private Filter Compare(JsonElement element, Func<string, object, Filter> make)
    {
        var members = new JsonMembers(element, "A comparison", "attribute", "value");
        return make(Attribute(members), values.ReadSingle(members["value"]));
    }

    private Filter Text(JsonElement element, Func<string, string, Filter> make)
    {
        var members = new JsonMembers(element, "A condition on text", "attribute", "text");
        return make(Attribute(members), values.ReadText(members["text"]));
    }

    private Filter ContainsAll(JsonElement element)
    {
        var members = new JsonMembers(element, "A condition on values", "attribute", "values");
        return Filter.ContainsAll(Attribute(members), values.ReadList(members["values"]));
    }

    private Filter[] Parts(JsonElement element) => [.. JsonMembers.Items(element, "The parts of a filter").Select(Read)];

    private sealed class Writer(Utf8JsonWriter writer, ValueJson values) : FilterVisitor<bool>
    {
        public override bool VisitEquals(EqualsFilter filter) => Compare("equals", filter);

        public override bool VisitGreaterThan(GreaterThanFilter filter) => Compare("greaterThan", filter);

        public override bool VisitGreaterThanOrEqual(GreaterThanOrEqualFilter filter) => Compare("greaterThanOrEqual", filter);

        public override bool VisitLessThan(LessThanFilter filter) => Compare("lessThan", filter);

        public override bool VisitLessThanOrEqual(LessThanOrEqualFilter filter) => Compare("lessThanOrEqual", filter);

        public override bool VisitContains(ContainsFilter filter) => Text("contains", filter);

        public override bool VisitStartsWith(StartsWithFilter filter) => Text("startsWith", filter);

        public override bool VisitEndsWith(EndsWithFilter filter) => Text("endsWith", filter);

        public override bool VisitContainsAll(ContainsAllFilter filter)
        {
            Start("containsAll", filter);
            writer.WritePropertyName("values");
            values.WriteList(writer, filter.Values);
            writer.WriteEndObject();
            return true;
        }

        public override bool VisitPresent(PresentFilter filter)
        {
            writer.WriteString("present", ValueJson.Writable(filter.Attribute));
            return true;
        }

        public override bool VisitAnd(AndFilter filter) => Parts("and", filter);

        public override bool VisitOr(OrFilter filter) => Parts("or", filter);

        public override bool VisitNot(NotFilter filter)
        {
            writer.WriteStartObject("not");
            Visit(filter.Filter);
            writer.WriteEndObject();
            return true;
        }

        private bool Compare(string condition, ComparisonFilter filter)
        {
            Start(condition, filter);
            writer.WritePropertyName("value");
            values.Write(writer, filter.Value);
            writer.WriteEndObject();
            return true;
        }

        private bool Text(string condition, TextFilter filter)
        {
            Start(condition, filter);
            writer.WritePropertyName("text");
            ValueJson.WriteText(writer, filter.Text);
            writer.WriteEndObject();
            return true;
        }

        private bool Parts(string condition, CompositeFilter filter)
        {
            writer.WriteStartArray(condition);
            foreach (var part in filter.Filters)
            {
                writer.WriteStartObject();
                Visit(part);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            return true;
        }

        private void Start(string condition, AttributeFilter filter)
        {
            writer.WriteStartObject(condition);
            writer.WriteString("attribute", ValueJson.Writable(filter.Attribute));
        }
    }
}
