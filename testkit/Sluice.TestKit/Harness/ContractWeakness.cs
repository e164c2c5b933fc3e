namespace Sluice.TestKit;

/// <summary>A weakness that a connector may declare.</summary>
public enum ContractWeakness
{
    /// <summary>Deletes are not seen.</summary>
    NoDeletes,

    /// <summary>A run may repeat the group of the token that it starts from.</summary>
    ImpreciseTokens,

    /// <summary>A changed uid is told as a delete and a creation.</summary>
    RenamesInTwoDeltas,
}
