namespace Sluice.Tests.Model;

public class OperationOptionsTests
{
    private static readonly OperationOptions[] Refused =
    [
        new() { PageSize = 0 }, new() { PageSize = -1 }, new() { AttributesToGet = ["mail", " "] }, new() { SortKeys = [new("")] },
        new() { SortKeys = null! }, new() { Custom = null! }, new() { Container = default(Uid) },
        new() { Custom = new Dictionary<string, object?>(StringComparer.Ordinal) { [""] = 1 } },
    ];

    [TestCaseSource(nameof(Refused))]
    public void What_makes_no_sense_is_refused(OperationOptions options) =>
        Assert.That(() => options.Validate(), Throws.InstanceOf<ArgumentException>().With.Property("ParamName").EqualTo("options"));

    [Test]
    public void The_rest_is_not()
    {
        Assert.That(() => OperationOptions.Default.Validate(), Throws.Nothing);
        Assert.That(() => new OperationOptions { PageSize = 1, AttributesToGet = [], SortKeys = [new("mail", false)], Container = "ou", PagingCookie = "" }.Validate(), Throws.Nothing);
    }
}
