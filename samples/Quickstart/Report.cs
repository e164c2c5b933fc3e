namespace Quickstart;

/// <summary>Tells what happens: on a screen one line that moves, in a file plain lines.</summary>
/// <param name="output">Where to.</param>
/// <param name="isScreen">Whether somebody watches it.</param>
internal sealed class Report(TextWriter output, bool isScreen)
{
    private int _width;

    public bool IsScreen => isScreen;

    /// <summary>A line that stays.</summary>
    public void Line(string topic, string text)
    {
        Clear();
        output.WriteLine($"{topic,-9} {text}");
        output.Flush();
    }

    /// <summary>Where we are: replaces the last such text on a screen.</summary>
    public void Progress(string text)
    {
        if (!isScreen)
        {
            Line("progress", text);
            return;
        }

        Clear();
        output.Write(text);
        output.Flush();
        _width = text.Length;
    }

    private void Clear()
    {
        if (_width > 0)
            output.Write($"\r{new string(' ', _width)}\r");
        _width = 0;
    }
}
