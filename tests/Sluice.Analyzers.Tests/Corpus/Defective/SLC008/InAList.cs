using Sluice;

namespace Corpus.Slc008.InAList;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login, IReadOnlyList<TimeSpan> {|SLC008:Absences|});
