namespace Sluice.Analyzers.Flow;

/// <summary>What the handler answered last.</summary>
internal enum AnswerState : byte
{
    /// <summary>No delta was handed over yet.</summary>
    None,

    /// <summary>It wants more.</summary>
    Continue,

    /// <summary>It said stop.</summary>
    Stopped,

    /// <summary>It answered, but the answer went where the analysis cannot follow: nothing is concluded from it.</summary>
    Lost,
}
