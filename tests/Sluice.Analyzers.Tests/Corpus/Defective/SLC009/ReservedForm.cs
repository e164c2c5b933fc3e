using Sluice;

namespace Corpus.Slc009.ReservedForm;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login)
{
    [{|SLC009:ObjectAttribute("__MAIL__")|}]
    public string? Mail { get; init; }
}
