namespace Sluice.Analyzers.Values;

/// <summary>What a token is given to.</summary>
internal enum TokenPlaceKind : byte
{
    Delta,
    Checkpoint,

    /// <summary><c>HandleResult</c>, or the <c>next</c> of a page.</summary>
    Final,

    /// <summary>What a latest token method answers.</summary>
    Latest,
}
