using System.Globalization;
using System.Text;

namespace Sluice.Testing;

/// <summary>A unified diff of two texts by lines.</summary>
public static class TextDiff
{
    private const int Context = 3;

    /// <summary>The diff, or an empty text where there is no difference.</summary>
    public static string Unified(string expected, string actual)
    {
        if (expected == actual)
            return "";
        var edits = Edits(expected.Split('\n'), actual.Split('\n'));
        var text = new StringBuilder("--- expected\n+++ actual\n");
        for (var i = 0; i < edits.Count;)
        {
            if (edits[i].Sign == ' ')
            {
                i++;
                continue;
            }

            // A hunk goes on while the next change is within the context of this one.
            var end = i;
            for (var j = i; j < edits.Count && j <= end + (2 * Context); j++)
            {
                if (edits[j].Sign != ' ')
                    end = j;
            }

            var from = Math.Max(0, i - Context);
            var to = Math.Min(edits.Count - 1, end + Context);
            text.Append(CultureInfo.InvariantCulture, $"@@ -{edits[from].Expected + 1} +{edits[from].Actual + 1} @@\n");
            for (var j = from; j <= to; j++)
                text.Append(edits[j].Sign).Append(edits[j].Line.Replace("\r", "\\r", StringComparison.Ordinal)).Append('\n');
            i = to + 1;
        }

        return text.ToString();
    }

    private static List<(char Sign, string Line, int Expected, int Actual)> Edits(string[] expected, string[] actual)
    {
        var common = new int[expected.Length + 1, actual.Length + 1];
        for (var i = expected.Length - 1; i >= 0; i--)
        {
            for (var j = actual.Length - 1; j >= 0; j--)
                common[i, j] = expected[i] == actual[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        var edits = new List<(char, string, int, int)>();
        for (int i = 0, j = 0; i < expected.Length || j < actual.Length;)
        {
            if (i < expected.Length && j < actual.Length && expected[i] == actual[j])
                edits.Add((' ', expected[i], i++, j++));
            else if (j == actual.Length || (i < expected.Length && common[i + 1, j] >= common[i, j + 1]))
                edits.Add(('-', expected[i], i++, j));
            else
                edits.Add(('+', actual[j], i, j++));
        }

        return edits;
    }
}
