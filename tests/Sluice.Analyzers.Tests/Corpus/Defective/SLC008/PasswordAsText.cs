using Sluice;

namespace Corpus.Slc008.PasswordAsText;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login)
{
    [Password]
    public string? {|SLC008:Password|} { get; init; }
}
