using Sluice;

namespace Corpus.Slc009.BlankClassName;

[{|SLC009:ObjectClass("")|}]
public sealed partial record Person([Uid] string Id, [Name] string Login);
