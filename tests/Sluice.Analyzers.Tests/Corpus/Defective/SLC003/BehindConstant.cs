using Sluice;

namespace Corpus.Slc003.BehindConstant;

internal static class Names
{
    public const string Mail = "slc003-mail";
}

[Connector("slc003-" + "mail")]
public sealed partial class MailConnector
{
    [TestConnection]
    public void Ping() => Console.WriteLine("mail");
}

public static partial class Archive
{
    [{|SLC003:Connector(Names.Mail)|}]
    public sealed partial class ArchivedMailConnector
    {
        [TestConnection]
        public void Ping() => Console.WriteLine("archive");
    }
}
