using System.Globalization;

namespace Sluice.Benchmarks.Plots;

/// <summary>A line of a chart.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Points">Its points.</param>
/// <param name="Look">One of the six looks; series that mean the same look the same in every figure.</param>
internal sealed record Series(string Name, IReadOnlyList<(double X, double Y)> Points, int Look);

/// <summary>Lines over two logarithmic axes.</summary>
internal static class LineChart
{
    private const int Width = 840, Height = 440, Left = 80, Right = 575, Top = 56, Bottom = 380;

    public static string Draw(string title, string horizontal, string vertical, IReadOnlyList<Series> lines)
    {
        var svg = new Svg(Width, Height, title);
        double[] places = [.. lines.SelectMany(line => line.Points).Select(point => point.X).Distinct().Order()];
        var x = Scale.Between(places, Left, Right);
        var y = Scale.Around(lines.SelectMany(line => line.Points).Select(point => point.Y), Bottom, Top);
        svg.Text(Left, 28, title, strong: true);
        foreach (var power in y.Powers)
        {
            svg.Stroke(Left, y.At(power), Right, y.At(power), "grid");
            svg.Text(Left - 8, y.At(power) + 4, Scale.Label(power), "end", "faint");
        }

        foreach (var place in places)
        {
            svg.Stroke(x.At(place), Bottom, x.At(place), Bottom + 5, "axis");
            svg.Text(x.At(place), Bottom + 20, place.ToString("#,0", CultureInfo.InvariantCulture), "middle", "faint");
        }

        svg.Stroke(Left, Bottom, Right, Bottom, "axis");
        svg.Stroke(Left, Top, Left, Bottom, "axis");
        svg.Text((Left + Right) / 2.0, Bottom + 46, horizontal, "middle");
        svg.Text(22, (Top + Bottom) / 2.0, vertical, "middle", turned: -90);
        var legend = Top + 6.0;
        foreach (var line in lines.OrderByDescending(line => line.Points[^1].Y))
        {
            svg.Path(line.Points.Select(point => (x.At(point.X), y.At(point.Y))), line.Look);
            foreach (var point in line.Points)
                svg.Marker(x.At(point.X), y.At(point.Y), line.Look);
            svg.Path([(Right + 20, legend), (Right + 50, legend)], line.Look);
            svg.Marker(Right + 35, legend, line.Look);
            svg.Text(Right + 58, legend + 4, line.Name);
            svg.Text(Right + 58, legend + 20, $"{Scale.Label(line.Points[^1].Y)} at {line.Points[^1].X.ToString("#,0", CultureInfo.InvariantCulture)}", kind: "faint");
            legend += 46;
        }

        return svg.Finish();
    }
}
