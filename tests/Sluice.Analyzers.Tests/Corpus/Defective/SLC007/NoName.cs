using Sluice;

namespace Corpus.Slc007.NoName;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record {|SLC007:Person|}([Uid] string Id, string Login);
