using Sluice;

namespace Corpus.Slc009.SameIgnoringCase;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login, string? Mail, [{|SLC009:ObjectAttribute("MAIL")|}] string? SecondMail);
