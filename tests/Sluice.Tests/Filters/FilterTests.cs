namespace Sluice.Tests.Filters;

public class FilterTests
{
    private static readonly ConnectorObject Ada = ConnectorObject.Build(ObjectClass.Account, "1", "ada")
        .Set("mail", "ada@example.org").Set("age", 36).Set("big", 9007199254740993L).Set("rate", 1.50m).Set("ratio", 0.5)
        .Set("hired", new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.FromHours(2))).Set("born", new DateOnly(1990, 12, 10))
        .Set("photo", new byte[] { 1, 2, 3 }).Set("active", true).Set("fax", null)
        .Set("accent", "é").SetValues("tags", new[] { "red", "green" }).SetValues("none", Array.Empty<string>()).Build();

    private static readonly (Filter Filter, bool Expected)[] Cases =
    [
        (Filter.Equal("mail", "ada@example.org"), true),
        (Filter.Equal("MAIL", "ada@example.org"), true),
        (Filter.Equal("mail", "ADA@example.org"), false),
        (Filter.Equal("accent", "e\u0301"), false),
        (Filter.Equal("tags", "green"), true),
        (Filter.Equal("tags", "blue"), false),
        (Filter.Equal("none", "x"), false),
        (Filter.Equal("fax", "x"), false),
        (Filter.Equal("absent", "x"), false),
        (Filter.Equal("photo", new byte[] { 1, 2, 3 }), true),
        (Filter.Equal("active", true), true),
        (Filter.Equal("active", "true"), false),
        (Filter.ByUid("1"), true),
        (Filter.ByName("Ada"), false),

        // Numbers of different types, none of them rounded.
        (Filter.Equal("age", 36L), true),
        (Filter.Equal("age", 36m), true),
        (Filter.Equal("age", 36.0), true),
        (Filter.Equal("age", 36.5), false),
        (Filter.Equal("big", 9007199254740992L), false),
        (Filter.Equal("big", 9007199254740992.0), false),
        (Filter.GreaterThan("big", 9007199254740992.0), true),
        (Filter.Equal("rate", 1.5m), true),
        (Filter.Equal("rate", 1.5), true),
        (Filter.LessThan("age", double.PositiveInfinity), true),
        (Filter.GreaterThan("age", double.NegativeInfinity), true),
        (Filter.LessThan("age", double.NaN), false),
        (Filter.Equal("ratio", double.NaN), false),
        (Filter.LessThan("ratio", 1), true),
        (Filter.LessThan("ratio", 0.25m), false),

        // A point in time is the same whatever its offset.
        (Filter.Equal("hired", new DateTimeOffset(2026, 1, 1, 10, 0, 0, TimeSpan.Zero)), true),
        (Filter.GreaterThanOrEqual("hired", new DateTimeOffset(2026, 1, 1, 10, 0, 0, TimeSpan.Zero)), true),
        (Filter.LessThan("born", new DateOnly(1990, 12, 11)), true),
        (Filter.LessThanOrEqual("age", 36), true),
        (Filter.GreaterThan("age", 36), false),
        (Filter.GreaterThan("mail", "Zoe"), true),
        (Filter.GreaterThan("mail", 5), false),
        (!Filter.GreaterThan("mail", 5), true),

        (Filter.Contains("mail", "@exam"), true),
        (Filter.Contains("accent", "e"), false),
        (Filter.StartsWith("mail", "ada"), true),
        (Filter.StartsWith("mail", "Ada"), false),
        (Filter.EndsWith("tags", "een"), true),
        (Filter.EndsWith("age", "6"), false),
        (Filter.ContainsAll("tags", "green", "red"), true),
        (Filter.ContainsAll("tags", "green", "blue"), false),
        (Filter.ContainsAll("mail", "ada@example.org"), true),
        (Filter.ContainsAll("absent", "a"), false),
        (Filter.ContainsAll("fax", "a"), false),

        (Filter.Present("mail"), true),
        (Filter.Present("tags"), true),
        (Filter.Present("none"), false),
        (Filter.Present("fax"), false),
        (Filter.Present("absent"), false),
        (!Filter.Present("absent"), true),
        (Filter.Present("mail") & Filter.Present("fax"), false),
        (Filter.Present("mail") & Filter.Present("age"), true),
        (Filter.Present("fax") | Filter.Present("mail"), true),
        (Filter.Present("fax") | Filter.Present("absent"), false),
    ];

    private static IEnumerable<TestCaseData> MatchCases => Cases.Select((row, index) =>
        new TestCaseData(row.Filter, row.Expected).SetArgDisplayNames(index.ToString(System.Globalization.CultureInfo.InvariantCulture), row.Filter.ToString()!));

    [TestCaseSource(nameof(MatchCases))]
    [SetCulture("tr-TR")]
    public void Filters_are_evaluated_in_memory(Filter filter, bool expected)
    {
        Assert.That(filter.Matches(Ada), Is.EqualTo(expected));
        Assert.That(Filter.Not(filter).Matches(Ada), Is.Not.EqualTo(expected));
    }

    private static readonly Func<object>[] Refused =
    [
        () => Filter.Equal(" ", 1), () => Filter.Equal("a", null!), () => Filter.Equal("a", 'c'), () => Filter.Equal("a", new[] { "list" }),
        () => Filter.Equal("__PASSWORD__", GuardedString.FromString("hush")), () => Filter.Contains("a", ""), () => Filter.ContainsAll("a"),
        () => Filter.And(), () => Filter.Or(null!), () => Filter.Not(null!), () => Filter.ByUid(default),
    ];

    [TestCaseSource(nameof(Refused))]
    public void What_is_no_condition_is_refused(Func<object> make) =>
        Assert.That(() => make(), Throws.InstanceOf<ArgumentException>().Or.InstanceOf<InvalidOperationException>());

    [Test]
    public void Long_chains_stay_flat()
    {
        var filter = Filter.Present("a");
        for (var i = 0; i < 10_000; i++)
        {
            filter |= Filter.Present("b");
        }

        Assert.That(((OrFilter)filter).Filters, Has.Count.EqualTo(10_001));
        Assert.That(((AndFilter)(filter & Filter.Present("c"))).Filters, Has.Count.EqualTo(2));
    }

    [Test]
    public void A_visitor_translates()
    {
        var filter = (Filter.Equal("a", 1) | Filter.GreaterThan("b", 2)) & !Filter.Present("c");
        Assert.That(new Names().Visit(filter), Is.EqualTo("and(or(equals,greater),not(present))"));
        Assert.That(filter.ToString(), Is.EqualTo("((Equals(a) or GreaterThan(b)) and not Present(c))"));
    }

    private sealed class Names : FilterVisitor<string>
    {
        public override string VisitEquals(EqualsFilter filter) => "equals";

        public override string VisitContains(ContainsFilter filter) => "contains";

        public override string VisitStartsWith(StartsWithFilter filter) => "starts";

        public override string VisitEndsWith(EndsWithFilter filter) => "ends";

        public override string VisitGreaterThan(GreaterThanFilter filter) => "greater";

        public override string VisitGreaterThanOrEqual(GreaterThanOrEqualFilter filter) => "greaterOrEqual";

        public override string VisitLessThan(LessThanFilter filter) => "less";

        public override string VisitLessThanOrEqual(LessThanOrEqualFilter filter) => "lessOrEqual";

        public override string VisitContainsAll(ContainsAllFilter filter) => "all";

        public override string VisitPresent(PresentFilter filter) => "present";

        public override string VisitAnd(AndFilter filter) => $"and({string.Join(',', filter.Filters.Select(Visit))})";

        public override string VisitOr(OrFilter filter) => $"or({string.Join(',', filter.Filters.Select(Visit))})";

        public override string VisitNot(NotFilter filter) => $"not({Visit(filter.Filter)})";
    }

    [Test]
    public void A_secret_is_not_searched_for_by_its_text()
    {
        foreach (var make in new Func<string, string, Filter>[] { Filter.Contains, Filter.StartsWith, Filter.EndsWith })
        {
            var thrown = Assert.Throws<ArgumentException>(() => make(AttributeNames.Password, "hunter2"))!;
            Assert.That(thrown.Message, Does.Contain(AttributeNames.Password).And.Not.Contain("hunter2"));
        }
    }
}
