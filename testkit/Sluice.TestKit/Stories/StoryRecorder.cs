namespace Sluice.TestKit;

/// <summary>Writes down what happens while it happens. Safe for concurrent use, since deltas may arrive on any thread.</summary>
internal sealed class StoryRecorder
{
    // A flood of deltas must not become a flood of memory.
    private const int Longest = 2000;

    private readonly Lock _lock = new();
    private readonly List<StoryStep> _steps = [];
    private int _dropped;

    /// <summary>Whether steps are written down; off while a law repeats what its story told once.</summary>
    public bool IsSilent { get; set; }

    public void Add(StoryStepKind kind, string text)
    {
        if (IsSilent && kind is not (StoryStepKind.Missing or StoryStepKind.TooMuch or StoryStepKind.Different))
            return;
        lock (_lock)
        {
            if (_steps.Count < Longest)
                _steps.Add(new(kind, text));
            else
                _dropped++;
        }
    }

    /// <summary>Forgets what was told: a law starts another attempt with a fresh page.</summary>
    public void StartAnew()
    {
        lock (_lock)
        {
            _steps.Clear();
            _dropped = 0;
        }
    }

    public Story Tell()
    {
        lock (_lock)
            return new([.. _steps, .. _dropped == 0 ? Array.Empty<StoryStep>() : [new(StoryStepKind.Note, $"... and {_dropped} steps more")]]);
    }
}
