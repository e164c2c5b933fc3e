using Sluice;

namespace Corpus.Slc007.TwoUids;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] Guid Id, [{|SLC007:Uid|}] int Number, [Name] string Login);
