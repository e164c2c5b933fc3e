namespace Sluice.Connectors.Sql;

/// <summary>
/// Translates a filter to a condition that no row escapes which the filter finds; the facade filters what comes back once more. Where
/// <see cref="Translation.IsExact"/>, the condition finds nothing else either, so that it can stand under NOT.
/// </summary>
internal sealed class FilterTranslation(ISqlDialect dialect, SqlTable table) : FilterVisitor<FilterTranslation.Translation>
{
    // Every condition is true or false, never NULL, so that NOT means in SQL what it means in a filter.
    private static Translation Always => new(SqlText.Of($"1 = 1"), false);

    private static Translation Never => new(SqlText.Of($"1 = 0"), true);

    public SqlText Translate(Filter? filter) => (filter is null ? Always : Visit(filter)).Sql;

    public override Translation VisitEquals(EqualsFilter filter) => Compare("=", filter, filter.Value);

    public override Translation VisitGreaterThan(GreaterThanFilter filter) => Compare(">", filter, filter.Value);

    public override Translation VisitGreaterThanOrEqual(GreaterThanOrEqualFilter filter) => Compare(">=", filter, filter.Value);

    public override Translation VisitLessThan(LessThanFilter filter) => Compare("<", filter, filter.Value);

    public override Translation VisitLessThanOrEqual(LessThanOrEqualFilter filter) => Compare("<=", filter, filter.Value);

    public override Translation VisitContains(ContainsFilter filter) => Text(filter);

    public override Translation VisitStartsWith(StartsWithFilter filter) => Text(filter);

    public override Translation VisitEndsWith(EndsWithFilter filter) => Text(filter);

    public override Translation VisitContainsAll(ContainsAllFilter filter) => All(filter.Values.Select(value => Compare("=", filter, value)));

    public override Translation VisitPresent(PresentFilter filter) => Find(filter.Attribute, out var column) switch
    {
        Role.None => Never,
        Role.Attribute when column!.IsArray => new(SqlText.Of($"coalesce(cardinality({column.Quoted}), 0) > 0"), true),
        Role.Attribute => new(SqlText.Of($"{column!.Quoted} IS NOT NULL"), true),
        _ => Always, // every row has a uid and a name
    };

    public override Translation VisitAnd(AndFilter filter) => All(filter.Filters.Select(Visit));

    public override Translation VisitOr(OrFilter filter)
    {
        Translation[] parts = [.. filter.Filters.Select(Visit)];
        return new(SqlText.Of($"({SqlText.Join(" OR ", parts.Select(part => part.Sql))})"), Array.TrueForAll(parts, part => part.IsExact));
    }

    public override Translation VisitNot(NotFilter filter) =>
        Visit(filter.Filter) is { IsExact: true } part ? new(SqlText.Of($"NOT {part.Sql}"), true) : Always;

    private static Translation All(IEnumerable<Translation> translations)
    {
        Translation[] parts = [.. translations];
        return new(SqlText.Of($"({SqlText.Join(" AND ", parts.Select(part => part.Sql))})"), Array.TrueForAll(parts, part => part.IsExact));
    }

    private Translation Compare(string comparison, AttributeFilter filter, object operand)
    {
        var role = Find(filter.Attribute, out var column);
        if (role == Role.None)
            return Never;
        if (role == Role.Uid)
            return comparison is "=" ? Key((string)operand) : Always;

        // A name is compared as a text, whatever the column is.
        if (column!.Type is not { } type || (role == Role.Name && type != AttributeType.String))
            return Always;
        if (operand is string text && !dialect.Carries(text))
            return Always;
        if (type == AttributeType.String && operand is not string)
            return Never;
        return dialect.Condition(comparison, operand, column) is { } condition ? Exactly(column, condition) : Always;
    }

    private Translation Text(TextFilter filter) => Find(filter.Attribute, out var column) switch
    {
        Role.None => Never,
        not Role.Attribute when column is not { Type: AttributeType.String } => Always,
        _ when column!.Type != AttributeType.String => Never,
        _ when column.IsArray || !dialect.Carries(filter.Text) => Always,
        _ => dialect.Condition(filter, column) is { } condition ? Exactly(column, condition) : Always,
    };

    private Translation Key(string uid)
    {
        if (!dialect.Carries(uid))
            return Always;
        if (KeyText.Parse(uid, table.Key) is not { } key)
            return Never;

        return new(SqlText.Of($"({table.Is(key, dialect)})"), table.Key.Zip(key).All(one => one.First.ComparesExactly || dialect.Condition("=", one.Second, one.First) is not null));
    }

    private static Translation Exactly(SqlColumn column, SqlText condition) => new(SqlText.Of($"({column.Quoted} IS NOT NULL AND {condition})"), true);

    private Role Find(string attribute, out SqlColumn? column)
    {
        column = null;
        if (AttributeNames.Comparer.Equals(attribute, AttributeNames.Uid) || (table.NameIsUid && AttributeNames.Comparer.Equals(attribute, AttributeNames.Name)))
        {
            column = table.Key is [var only] ? only : null;
            return Role.Uid;
        }

        if (AttributeNames.Comparer.Equals(attribute, AttributeNames.Name))
        {
            column = table.Name;
            return Role.Name;
        }

        foreach (var (candidate, name) in table.Attributes)
        {
            if (AttributeNames.Comparer.Equals(name, attribute))
            {
                column = candidate;
                return Role.Attribute;
            }
        }

        return Role.None;
    }

    private enum Role
    {
        None,
        Uid,
        Name,
        Attribute,
    }

    /// <summary>A condition.</summary>
    /// <param name="Sql">True for each row that the filter finds.</param>
    /// <param name="IsExact">And false for each other row.</param>
    internal readonly record struct Translation(SqlText Sql, bool IsExact);
}
