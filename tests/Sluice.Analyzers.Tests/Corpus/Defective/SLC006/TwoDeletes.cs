using Sluice;

namespace Corpus.Slc006.TwoDeletes;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

[Connector("slc006-two-deletes")]
public sealed partial class HrConnector
{
    private readonly Dictionary<string, Person> _people = [];

    [Delete<Person>]
    public void Delete(string uid) => _people.Remove(uid);

    [Delete<Person>]
    public void {|SLC006:DeleteByUid|}(Uid uid) => _people.Remove(uid.Value);
}
