using Sluice;

namespace Corpus.Slc008.DateAndTime;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login, DateTime {|SLC008:Hired|});
