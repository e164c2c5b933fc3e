using Sluice;

namespace Corpus.Slc003.OtherCase;

[Connector("SLC003-ldap")]
public sealed partial class LdapConnector
{
    [TestConnection]
    public void Ping() => Console.WriteLine("ldap");
}

[{|SLC003:Connector("slc003-LDAP")|}]
public sealed partial class OpenLdapConnector
{
    [TestConnection]
    public void Ping() => Console.WriteLine("openldap");
}
