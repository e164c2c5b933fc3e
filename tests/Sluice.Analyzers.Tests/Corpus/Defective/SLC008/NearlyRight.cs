using Sluice;

namespace Corpus.Slc008.NearlyRight;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login, Dictionary<string, string>? {|SLC008:Labels|}, DateTimeOffset? Hired);
