namespace Sluice.TestKit;

/// <summary>One step of a story.</summary>
/// <param name="Kind">What kind of step.</param>
/// <param name="Text">What happened, in plain words; never a secret.</param>
public sealed record StoryStep(StoryStepKind Kind, string Text)
{
    /// <summary>The kind, in a column of its own, and the text.</summary>
    public override string ToString() => $"{Label,-10} {Text}";

    /// <summary>The kind as a story prints it.</summary>
    public string Label => Kind switch
    {
        StoryStepKind.Wrote => "wrote",
        StoryStepKind.Source => "source",
        StoryStepKind.Asked => "asked",
        StoryStepKind.Delivered => "delivered",
        StoryStepKind.Answered => "answered",
        StoryStepKind.Position => "position",
        StoryStepKind.Threw => "threw",
        StoryStepKind.Restarted => "restarted",
        StoryStepKind.Missing => "MISSING",
        StoryStepKind.TooMuch => "TOO MUCH",
        StoryStepKind.Different => "DIFFERENT",
        _ => "note",
    };
}
