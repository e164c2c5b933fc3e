using Sluice;

namespace Corpus.Slc006.InheritedOne;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public abstract class DirectoryConnector
{
    [TestConnection]
    public void Ping() => Console.WriteLine("ping");
}

[Connector("slc006-inherited-one")]
public sealed partial class HrConnector : DirectoryConnector
{
    [TestConnection]
    public void {|SLC006:Check|}() => Console.WriteLine("check");

    [Search<Person>]
    public IEnumerable<Person> Search(Filter? filter) => [];
}
