namespace Sluice.TestKit;

/// <summary>One act of a random story. Its numbers are read modulo what there is, so that any act fits any state.</summary>
internal readonly record struct StoryAct(StoryActKind Kind, int Which, int Where);
