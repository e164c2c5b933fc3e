using System.Globalization;
using Microsoft.Data.Sqlite;
using Sluice;

namespace Quickstart;

/// <summary>
/// A filter as an SQL condition that lets through at least what the filter wants; the facade removes the rest. Values are
/// parameters, never part of the text (SLC316).
/// </summary>
internal sealed class HrFilter
{
    private readonly List<object> _values;

    private HrFilter(string sql, List<object> values)
    {
        Sql = sql;
        _values = values;
    }

    /// <summary>The condition; true where there is nothing to ask SQL for.</summary>
    public string Sql { get; }

    public static HrFilter Translate(Filter? filter, IReadOnlyDictionary<string, string> columns)
    {
        var translation = new Translation(columns);
        return filter is null || translation.Visit(filter) is not { } condition ? new HrFilter("1", []) : new HrFilter(condition.Sql, translation.Values);
    }

    public void AddParameters(SqliteCommand command)
    {
        for (var i = 0; i < _values.Count; i++)
            command.Parameters.AddWithValue(ParameterName(i), _values[i]);
    }

    private static string ParameterName(int index) => string.Create(CultureInfo.InvariantCulture, $"$f{index}");

    /// <summary>A condition, and whether it says exactly what its filter says, no more: only then its negation is right too.</summary>
    private sealed record Condition(string Sql, bool IsExact);

    private sealed class Translation(IReadOnlyDictionary<string, string> columns) : FilterVisitor<Condition?>
    {
        public List<object> Values { get; } = [];

        // IS instead of =, and substr instead of LIKE: never NULL, so that NOT means not; and exact in case.
        public override Condition? VisitEquals(EqualsFilter filter) => filter.Value is string && columns.TryGetValue(filter.Attribute, out var column)
            ? new($"({column} IS {Parameter(filter.Value)})", true)
            : null;

        public override Condition? VisitStartsWith(StartsWithFilter filter) => columns.TryGetValue(filter.Attribute, out var column) && Parameter(filter.Text) is var text
            ? new($"(substr({column}, 1, length({text})) IS {text})", true)
            : null;

        public override Condition? VisitContains(ContainsFilter filter) => columns.TryGetValue(filter.Attribute, out var column)
            ? new($"(ifnull(instr({column}, {Parameter(filter.Text)}), 0) > 0)", true)
            : null;

        public override Condition? VisitPresent(PresentFilter filter) => columns.TryGetValue(filter.Attribute, out var column)
            ? new($"({column} IS NOT NULL)", true)
            : null;

        /// <summary>What cannot be asked for is left to the facade.</summary>
        public override Condition? VisitAnd(AndFilter filter)
        {
            var parts = filter.Filters.Select(Visit).ToList();
            var known = parts.OfType<Condition>().ToList();
            return known.Count == 0 ? null : new($"({string.Join(" AND ", known.Select(part => part.Sql))})", known.Count == parts.Count && known.TrueForAll(part => part.IsExact));
        }

        public override Condition? VisitOr(OrFilter filter)
        {
            var parts = filter.Filters.Select(Visit).ToList();
            return parts.Contains(null) ? null : new($"({string.Join(" OR ", parts.Select(part => part!.Sql))})", parts.TrueForAll(part => part!.IsExact));
        }

        public override Condition? VisitNot(NotFilter filter) => Visit(filter.Filter) is { IsExact: true } part ? new($"(NOT {part.Sql})", true) : null;

        public override Condition? VisitEndsWith(EndsWithFilter filter) => null;

        public override Condition? VisitGreaterThan(GreaterThanFilter filter) => null;

        public override Condition? VisitGreaterThanOrEqual(GreaterThanOrEqualFilter filter) => null;

        public override Condition? VisitLessThan(LessThanFilter filter) => null;

        public override Condition? VisitLessThanOrEqual(LessThanOrEqualFilter filter) => null;

        public override Condition? VisitContainsAll(ContainsAllFilter filter) => null;

        private string Parameter(object value)
        {
            Values.Add(value);
            return ParameterName(Values.Count - 1);
        }
    }
}
