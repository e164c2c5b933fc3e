using Sluice;

namespace Corpus.Slc001.TypeAround;

public static class {|SLC001:Directory|}
{
    [ObjectClass(ObjectClasses.Group)]
    public sealed partial record Team([Uid] Guid Id, [Name] string Name);
}
