namespace Sluice.Analyzers.Flow;

/// <summary>Whether the token result was handed over.</summary>
internal enum ResultState : byte
{
    None,
    Reported,

    /// <summary>Perhaps: an exception may have come first.</summary>
    Lost,
}
