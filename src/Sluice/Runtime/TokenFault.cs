namespace Sluice.Runtime;

/// <summary>What is wrong with a token that a connector handed over.</summary>
internal enum TokenFault
{
    None,
    Missing,
    Empty,
    Input,
    OtherKind,
    Backwards,
    BehindInput,
    Repeated,
}
