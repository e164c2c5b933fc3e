using Sluice;

namespace Corpus.Slc005.NearlyRight;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

[Connector("slc005-nearly-right")]
public sealed partial class HrConnector
{
    private readonly Dictionary<string, Person> _people = [];

    [Get<Person>]
    public Person? Get(string uid) => _people.GetValueOrDefault(uid);

    [Update<Person>]
    public void {|SLC005:Update|}(string uid, Person person) => _people[uid] = person;
}
