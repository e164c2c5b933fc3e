namespace Sluice.Tests.Exceptions;

public class ConnectorExceptionTests
{
    [Test]
    public void A_violated_law_names_itself_and_its_page()
    {
        var exception = new SyncLawException(SyncLawIds.Slc204DeltaAfterTokenResult, "a delta came after the token")
        {
            ConnectorName = "hr",
            ObjectClass = ObjectClass.Account,
            Uid = "7",
            Token = 42L,
        };
        Assert.That(exception.LawId, Is.EqualTo("SLC204"));
        Assert.That(exception.Message, Is.EqualTo("SLC204: a delta came after the token"));
        Assert.That(exception.HelpLink, Is.EqualTo(SyncLaws.HelpLink("SLC204")));
        Assert.That(exception.Token, Is.EqualTo((SyncToken)42L));
    }

    [Test]
    public void Without_a_law_there_is_no_page_unless_one_is_set()
    {
        var exception = new UnknownUidException("gone");
        Assert.That(exception.HelpLink, Is.Null);
        exception.HelpLink = "https://example.org/help";
        Assert.That(exception.HelpLink, Is.EqualTo("https://example.org/help"));
    }

    [Test]
    public void An_unsupported_class_names_the_supported_ones()
    {
        var exception = new UnsupportedObjectClassException(ObjectClass.Of("printer"), [ObjectClass.Account, ObjectClass.Group], "Sync");
        Assert.That(exception.Message, Is.EqualTo("Object class 'printer' is not supported by Sync; it supports __ACCOUNT__, __GROUP__."));
        Assert.That(exception.LawId, Is.EqualTo("SLC101"));
        Assert.That(exception.ObjectClass, Is.EqualTo(new ObjectClass("printer")));
        Assert.That(new UnsupportedObjectClassException(ObjectClass.Account, [], "Get").Message, Does.EndWith("it supports no object class."));
    }

    [Test]
    public void A_missing_operation_names_those_that_exist() =>
        Assert.That(
            new UnsupportedConnectorOperationException("Update", ["Sync", "Search"]).Message,
            Is.EqualTo("The connector has no operation Update; it has Sync, Search."));

    [Test]
    public void A_failed_connection_is_transient_unless_said_otherwise()
    {
        Assert.That(new ConnectionFailedException("down").IsTransient);
        Assert.That(new ConnectionFailedException("unknown host") { IsTransient = false }.IsTransient, Is.False);
        Assert.That(new ConnectionBrokenException("reset").IsTransient, Is.False);
    }
}
