namespace Sluice.TestKit;

/// <summary>The laws that the kit proves.</summary>
internal static class ContractLaws
{
    public static IReadOnlyList<IContractLaw> All { get; } = [];

    public static IContractLaw Find(string id) =>
        All.FirstOrDefault(law => law.Id == id) ?? throw new ArgumentException($"The kit does not prove '{id}'; it proves {string.Join(", ", All.Select(law => law.Id))}.", nameof(id));
}
