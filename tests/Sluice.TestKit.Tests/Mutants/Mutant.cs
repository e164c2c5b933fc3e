namespace Sluice.TestKit.Tests;

/// <summary>A connector with one defect, as small as the real mistake is.</summary>
/// <param name="Type">The defective facade; its name says the defect.</param>
/// <param name="Defect">What it gets wrong, for the table in the documentation.</param>
/// <param name="Open">Opens it.</param>
/// <param name="KilledBy">The laws that name the defect; each of them finds it broken.</param>
internal sealed record Mutant(string Type, string Defect, Func<MemorySource, IConnectorFacade> Open, IReadOnlyList<string> KilledBy)
{
    /// <summary>What the defective connector declares.</summary>
    public ContractDeclarations Declarations { get; init; } = ContractDeclarations.None;

    /// <summary>The typed face of a class, where the defect sits in a generated connector.</summary>
    public Func<IConnectorFacade, ObjectClass, TypedFace?>? Typed { get; init; }

    public IConnectorHarness Harness() => new MemoryLogHarness(new(), Open, Declarations) { Typed = Typed };

    public override string ToString() => Type;

    public static Mutant Of<T>(string defect, Func<MemorySource, T> open, params string[] killedBy)
        where T : IConnectorFacade => new(typeof(T).Name, defect, source => open(source), killedBy);
}
