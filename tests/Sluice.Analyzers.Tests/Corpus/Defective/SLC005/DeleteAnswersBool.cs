using Sluice;

namespace Corpus.Slc005.DeleteAnswersBool;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

[Connector("slc005-delete-answers-bool")]
public sealed partial class HrConnector
{
    private readonly Dictionary<string, Person> _people = [];

    [Delete<Person>]
    public bool {|SLC005:Delete|}(string uid) => _people.Remove(uid);
}
