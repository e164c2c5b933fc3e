using Sluice;

namespace Corpus.Slc009.NearlyRight;

internal static class Names
{
    public const string Manager = "manager";
}

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person(
    [Uid] string Id,
    [Name] string Login,
    [ObjectAttribute(Names.Manager)] string? Boss,
    [ObjectAttribute("managerName")] string? BossName,
    string? {|SLC009:Manager|});
