using System.Data.Common;
using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.SearchTranslatesFilters;

[ObjectClass("vehicle")]
public sealed partial record Vehicle([Uid] string Plate, [Name] string Model, int? Seats);

/// <summary>What the database can decide it decides; values travel as parameters. The facade filters the rest.</summary>
[Connector("corpus-search-filters")]
public sealed partial class FleetConnector(DbDataSource database)
{
    private static readonly IReadOnlyDictionary<string, string> Columns = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [AttributeNames.Uid] = "plate",
        [AttributeNames.Name] = "model",
        ["seats"] = "seats",
    };

    [Search<Vehicle>]
    public async IAsyncEnumerable<Vehicle> SearchAsync(Filter? filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = database.CreateCommand();
        command.CommandText = "select plate, model, seats from vehicle" + (filter is null ? "" : " where " + new Translation(command).Visit(filter));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            yield return new Vehicle(reader.GetString(0), reader.GetString(1), await reader.IsDBNullAsync(2, cancellation) ? null : reader.GetInt32(2));
    }

    private sealed class Translation(DbCommand command) : FilterVisitor<string>
    {
        private const string Anything = "1 = 1";

        public override string VisitAnd(AndFilter filter) => "(" + string.Join(" and ", filter.Filters.Select(Visit)) + ")";

        public override string VisitOr(OrFilter filter) => "(" + string.Join(" or ", filter.Filters.Select(Visit)) + ")";

        public override string VisitNot(NotFilter filter) => Anything;

        public override string VisitEquals(EqualsFilter filter) => Compare(filter, "=");

        public override string VisitGreaterThan(GreaterThanFilter filter) => Compare(filter, ">");

        public override string VisitGreaterThanOrEqual(GreaterThanOrEqualFilter filter) => Compare(filter, ">=");

        public override string VisitLessThan(LessThanFilter filter) => Compare(filter, "<");

        public override string VisitLessThanOrEqual(LessThanOrEqualFilter filter) => Compare(filter, "<=");

        public override string VisitContains(ContainsFilter filter) => Anything;

        public override string VisitContainsAll(ContainsAllFilter filter) => Anything;

        public override string VisitStartsWith(StartsWithFilter filter) => Anything;

        public override string VisitEndsWith(EndsWithFilter filter) => Anything;

        public override string VisitPresent(PresentFilter filter) => Columns.TryGetValue(filter.Attribute, out var column) ? column + " is not null" : Anything;

        private string Compare(ComparisonFilter filter, string comparison)
        {
            if (!Columns.TryGetValue(filter.Attribute, out var column))
                return Anything;
            var parameter = command.CreateParameter();
            parameter.ParameterName = "p" + command.Parameters.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
            parameter.Value = filter.Value;
            command.Parameters.Add(parameter);
            return $"{column} {comparison} @{parameter.ParameterName}";
        }
    }
}
