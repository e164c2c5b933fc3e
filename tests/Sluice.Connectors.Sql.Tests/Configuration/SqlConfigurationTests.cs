namespace Sluice.Connectors.Sql.Tests;

public sealed class SqlConfigurationTests
{
    [Test]
    public void A_class_survives_its_text_form()
    {
        var mapping = new SqlClass
        {
            Class = "__ACCOUNT__",
            Schema = "a;b",
            Table = "per\"son'=;",
            Key = ["a,b", "c\"d", "e f"],
            Name = " x ",
            Columns = [new("mail"), new("as"), new("enabled", "__ENABLE__")],
            Changed = "changed",
            Tombstone = "gone",
            Log = "log",
            LogSource = "base",
            LosesLateCommits = true,
        };

        var read = SqlClass.Parse(mapping.ToString());

        Assert.That(read.ToString(), Is.EqualTo(mapping.ToString()));
        Assert.That((read.Schema, read.Table, read.Name, read.LosesLateCommits), Is.EqualTo((mapping.Schema, mapping.Table, mapping.Name, mapping.LosesLateCommits)));
        Assert.That(read.Key, Is.EqualTo(mapping.Key));
        Assert.That(read.Columns, Is.EqualTo(mapping.Columns));
    }

    [TestCase("Class=a; Table=t", "Key")]
    [TestCase("Class=a; Key=t", "Table")]
    [TestCase("Table=t; Key=t", "Class")]
    [TestCase("Class=a; Table=t; Key=id; Colums=b", "Colums")]
    [TestCase("Class=a; Table=t; Key=id,,b", "name is missing")]
    [TestCase("Class=a; Table=t; Key=id b", "comma")]
    [TestCase("Class=a; Table=t; Key='\"id'", "not closed")]
    [TestCase("Class=a; Table=t; Key=id; Tombstone=gone", "Tombstone without Changed")]
    [TestCase("Class=a; Table=t; Key=id; Changed=c; LosesLateCommits=perhaps", "perhaps")]
    [TestCase("nonsense", "does not read like")]
    public void What_is_wrong_with_a_class_is_told(string text, string told)
    {
        var errors = Errors(new() { Provider = SqlProvider.Sqlite, ConnectionString = "Data Source=x", Classes = [text] });

        Assert.That(errors, Has.Length.EqualTo(1));
        Assert.That(errors[0], Does.StartWith("Classes: ").And.Contain(told));
    }

    [Test]
    public void All_errors_are_told_together()
    {
        var errors = Errors(new() { ConnectionString = "Host=x;Password=s3cret!", PageSize = 0, Classes = ["Class=__ALL__; Table=t; Key=id", "Class=a; Table=t; Key=id", "Class=A; Table=u; Key=id"] });

        Assert.That(errors, Has.Some.StartWith("Provider: ").And.Some.StartWith("PageSize: "));
    }

    [Test]
    public void A_password_stands_in_its_own_place([Values("Password", "PWD", "psw")] string key)
    {
        var errors = Errors(new() { Provider = SqlProvider.PostgreSql, ConnectionString = $"Host=x;{key}=s3cret!", Classes = ["Class=a; Table=t; Key=id"] });

        Assert.That(errors, Has.Length.EqualTo(1));
        Assert.That(errors[0], Does.StartWith("ConnectionString: ").And.Contain("Password").And.Not.Contain("s3cret!"));
    }

    [TestCase("0123456789abcdef/log/12/34/-56")]
    [TestCase("0123456789abcdef/log/12/34/56/3/=a%2Fb")]
    [TestCase("0123456789abcdef/column/n42/9223372036854775807/-")]
    [TestCase("0123456789abcdef/column/t2024-01-01%2012%3A00/2/=-/1/=")]
    public void A_token_survives_its_text_form(string text) => Assert.That(SqlToken.Encode(SqlToken.Decode(text)), Is.EqualTo(text));

    [TestCase("")]
    [TestCase("a/log/1/2")]
    [TestCase("a/log/x/2/3")]
    [TestCase("a/column/42/1/-")]
    [TestCase("a/column/n42/1/k")]
    public void What_is_no_token_is_refused(string text) => Assert.That(() => SqlToken.Decode(text), Throws.InstanceOf<FormatException>());

    private static string[] Errors(SqlConfiguration configuration) =>
        [.. SqlConnector.CreateFacade(configuration).ValidateConfiguration().Select(error => $"{error.Property}: {error.Message}")];
}
