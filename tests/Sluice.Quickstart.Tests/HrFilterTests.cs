using Quickstart;

namespace Sluice.Quickstart.Tests;

/// <summary>A search finds what its filter means, whatever of it SQL was asked for.</summary>
public class HrFilterTests
{
    private DataFolder _folder = null!;
    private HrConnector.Facade _connector = null!;

    private static IEnumerable<Filter> Filters =>
    [
        Filter.ByUid("p3"),
        Filter.Equal("mail", "nobody@hr.example"),
        Filter.Equal("MAIL", "it's \"quoted\"; DROP TABLE person"),
        Filter.Equal(AttributeNames.Enabled, false),
        Filter.StartsWith("department", "La"),
        Filter.StartsWith("department", "la"),
        Filter.EndsWith("department", "y"),
        Filter.Contains("displayName", "im"),
        Filter.Present("mail"),
        !Filter.Present("mail"),
        !Filter.Equal("mail", "x"),
        !Filter.StartsWith("mail", "b"),
        !Filter.Contains("mail", "a"),
        !Filter.EndsWith("mail", "x"),
        Filter.StartsWith("department", "L") & Filter.EndsWith("department", "y"),
        !(Filter.StartsWith("department", "L") & Filter.EndsWith("department", "y")),
        Filter.StartsWith("department", "L") | Filter.EndsWith("department", "n"),
        !(Filter.StartsWith("department", "L") | !Filter.Contains("mail", "o")),
        Filter.Equal("department", "Library") | Filter.ByUid("p1"),
    ];

    [OneTimeSetUp]
    public async Task CreateAsync()
    {
        _folder = await DataFolder.FilledAsync(people: 80, teams: 4, changes: 20);
        _connector = HrConnector.CreateFacade(new HrConfiguration { DataSource = _folder.Hr, PageSize = 9 });
    }

    [OneTimeTearDown]
    public async Task DeleteAsync()
    {
        await _connector.DisposeAsync();
        _folder.Dispose();
    }

    [TestCaseSource(nameof(Filters))]
    public async Task SqlFindsExactlyWhatTheFilterMeans(Filter filter)
    {
        var everybody = await Listing.OfAsync(_connector.SearchAsync(ObjectClass.Account));
        var found = await Listing.OfAsync(_connector.SearchAsync(ObjectClass.Account, filter));
        Assert.That(everybody, Has.Count.GreaterThan(60));
        Assert.That(found.Select(one => one.Uid), Is.EqualTo(everybody.Where(filter.Matches).Select(one => one.Uid)));
    }
}
