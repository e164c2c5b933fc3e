namespace Sluice.TestKit;

/// <summary>What a proof works with.</summary>
internal sealed class LawContext;
