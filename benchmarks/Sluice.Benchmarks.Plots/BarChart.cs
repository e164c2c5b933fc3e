namespace Sluice.Benchmarks.Plots;

/// <summary>A bar, and where the row has one the mark that it is held to and how far its runs were apart.</summary>
internal sealed record Bar(string Name, double Value, int Look, double? Goal = null, (double Low, double High)? Spread = null);

/// <summary>Bars from a logarithmic axis or a linear one, the value written beside each.</summary>
internal static class BarChart
{
    private const int Width = 840, Left = 330, Right = 750, Top = 62, Row = 26;

    public static string Draw(string title, string horizontal, string unit, IReadOnlyList<Bar> bars, bool logarithmic = false)
    {
        var bottom = Top + (bars.Count * Row);
        var svg = new Svg(Width, bottom + 66, title);
        svg.Text(20, 28, title, strong: true);
        var most = bars.Max(bar => Math.Max(bar.Value, bar.Goal ?? 0));
        var scale = logarithmic ? Scale.Around(bars.SelectMany(bar => new[] { bar.Value, bar.Goal ?? bar.Value }), Left, Right) : null;
        foreach (var tick in scale?.Powers ?? Ticks(most))
        {
            svg.Stroke(At(tick), Top - 6, At(tick), bottom, "grid");
            svg.Text(At(tick), bottom + 20, Scale.Label(tick), "middle", "faint");
        }

        for (var i = 0; i < bars.Count; i++)
        {
            var (bar, y) = (bars[i], Top + (i * Row));
            svg.Text(Left - 10, y + 16, bar.Name, "end");
            svg.Bar(Left, y + 4, At(bar.Value) - Left, Row - 10, bar.Look);
            if (bar.Spread is { } spread)
                svg.Stroke(At(spread.Low), y + (Row / 2.0) - 1, At(spread.High), y + (Row / 2.0) - 1, "axis");
            if (bar.Goal is { } goal)
                svg.Stroke(At(goal), y + 1, At(goal), y + Row - 3, "goal");
            svg.Text(Math.Max(At(bar.Value), At(bar.Goal ?? 0)) + 8, y + 16, bar.Value is 0 ? $"0{unit}" : $"{Scale.Label(bar.Value)}{unit}", kind: "faint");
        }

        svg.Stroke(Left, Top - 6, Left, bottom, "axis");
        svg.Text((Left + Right) / 2.0, bottom + 46, horizontal, "middle");
        return svg.Finish();

        double At(double value) => scale is null ? Left + (value / most * (Right - Left)) : scale.At(value);
    }

    private static IEnumerable<double> Ticks(double most)
    {
        var step = Math.Pow(10, Math.Floor(Math.Log10(most)));
        step = (most / step) switch { < 2 => step / 4, < 5 => step / 2, _ => step };
        for (double tick = 0; tick <= most; tick += step)
            yield return tick;
    }
}
