using Sluice;

namespace Corpus.Slc005.InBaseClass;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public abstract class DirectoryConnector
{
    [TestConnection]
    public int {|SLC005:Ping|}() => 200;
}

[Connector("slc005-in-base-class")]
public sealed partial class HrConnector : DirectoryConnector
{
    [Search<Person>]
    public IEnumerable<Person> Search(Filter? filter) => [];
}
