namespace Sluice.Analyzers.ObjectClasses;

/// <summary>How many typing errors lie between two words: a letter too many, one missing, another one, or two exchanged.</summary>
internal static class EditDistance
{
    /// <summary>The number of typing errors, ignoring case.</summary>
    public static int Between(string left, string right)
    {
        var (a, b) = (left.ToUpperInvariant(), right.ToUpperInvariant());
        var distances = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            distances[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            distances[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var distance = Math.Min(Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1, distances[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    distance = Math.Min(distance, distances[i - 2, j - 2] + 1);
                distances[i, j] = distance;
            }
        }

        return distances[a.Length, b.Length];
    }
}
