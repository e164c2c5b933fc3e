namespace Sluice.TestKit;

/// <summary>The kinds of steps that stories have.</summary>
public enum StoryStepKind
{
    /// <summary>A remark.</summary>
    Note,

    /// <summary>A native write.</summary>
    Wrote,

    /// <summary>Something else that befell the source: its clock, its log, its connection.</summary>
    Source,

    /// <summary>A call of the facade.</summary>
    Asked,

    /// <summary>A delta, with its token.</summary>
    Delivered,

    /// <summary>A handler's answer other than "continue".</summary>
    Answered,

    /// <summary>The position after a run, or the latest token.</summary>
    Position,

    /// <summary>An exception.</summary>
    Threw,

    /// <summary>A new facade, as after a restart of the host.</summary>
    Restarted,

    /// <summary>What should have been delivered and was not.</summary>
    Missing,

    /// <summary>What should not have been delivered.</summary>
    TooMuch,

    /// <summary>What was delivered with another content.</summary>
    Different,
}
