namespace Sluice.TestKit;

/// <summary>Writes down what happens while it happens. Safe for concurrent use, since deltas may arrive on any thread.</summary>
internal sealed class StoryRecorder
{
    // A flood of deltas must not become a flood of memory.
    private const int Longest = 2000;

    // What is wrong is told even then, though not for each of thousands.
    private const int MostVerdicts = 100;

    private readonly Lock _lock = new();
    private readonly List<StoryStep> _steps = [];
    private int _dropped;
    private int _verdicts;

    public void Add(StoryStepKind kind, string text)
    {
        lock (_lock)
        {
            if (_steps.Count < Longest || (kind is StoryStepKind.Missing or StoryStepKind.TooMuch or StoryStepKind.Different or StoryStepKind.Threw && _verdicts++ < MostVerdicts))
                _steps.Add(new(kind, text));
            else
                _dropped++;
        }
    }

    /// <summary>Remembers how far the story is told.</summary>
    public int Mark()
    {
        lock (_lock)
            return _steps.Count;
    }

    /// <summary>Forgets what was told after a mark: the attempt was a success, and the next one starts from there.</summary>
    public void Rewind(int mark)
    {
        lock (_lock)
        {
            _steps.RemoveRange(mark, _steps.Count - mark);
            (_dropped, _verdicts) = (0, 0);
        }
    }

    /// <summary>Puts another story in the place of what was told.</summary>
    public void Retell(Story story)
    {
        lock (_lock)
        {
            _steps.Clear();
            _steps.AddRange(story.Steps);
            (_dropped, _verdicts) = (0, 0);
        }
    }

    public Story Tell()
    {
        lock (_lock)
            return new([.. _steps, .. _dropped == 0 ? Array.Empty<StoryStep>() : [new(StoryStepKind.Note, $"... and {_dropped} steps more")]]);
    }
}
