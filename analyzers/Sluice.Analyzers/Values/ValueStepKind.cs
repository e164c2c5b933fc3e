namespace Sluice.Analyzers.Values;

/// <summary>How a value comes from others.</summary>
internal enum ValueStepKind : byte
{
    /// <summary>It is not known from what.</summary>
    End,

    /// <summary>It is that value, in this or another form.</summary>
    Same,

    /// <summary>It is one of them, and the expression says which.</summary>
    Choice,

    /// <summary>It is one of them: the one that was assigned last.</summary>
    Assignments,

    /// <summary>It was calculated from them.</summary>
    Arithmetic,

    /// <summary>It is a text with them in it, and perhaps with constants.</summary>
    Text,
}
