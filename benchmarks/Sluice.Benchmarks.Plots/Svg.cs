using System.Globalization;
using System.Security;
using System.Text;

namespace Sluice.Benchmarks.Plots;

/// <summary>An SVG under construction. Its colours follow the reader's light or dark setting; series differ in dash and marker too.</summary>
internal sealed class Svg
{
    private const string Style = """
        .paper { fill: #ffffff } .ink { fill: #1f2328 } .faint { fill: #59636e }
        .grid { stroke: #d1d9e0; stroke-width: 1 } .axis { stroke: #59636e; stroke-width: 1.2 } .goal { stroke: #1f2328; stroke-width: 2 }
        .s0 { stroke: #59636e; fill: #59636e } .s1 { stroke: #0969da; fill: #0969da } .s2 { stroke: #bc4c00; fill: #bc4c00 }
        .s3 { stroke: #1a7f37; fill: #1a7f37 } .s4 { stroke: #8250df; fill: #8250df } .s5 { stroke: #cf222e; fill: #cf222e }
        .line { fill: none; stroke-width: 2 } .bar { stroke: none }
        @media (prefers-color-scheme: dark) {
          .paper { fill: #0d1117 } .ink { fill: #f0f6fc } .faint { fill: #9198a1 }
          .grid { stroke: #3d444d } .axis { stroke: #9198a1 } .goal { stroke: #f0f6fc }
          .s0 { stroke: #9198a1; fill: #9198a1 } .s1 { stroke: #4493f8; fill: #4493f8 } .s2 { stroke: #f0883e; fill: #f0883e }
          .s3 { stroke: #3fb950; fill: #3fb950 } .s4 { stroke: #ab7df8; fill: #ab7df8 } .s5 { stroke: #f85149; fill: #f85149 }
          .line { fill: none }
        }
        """;

    private static readonly string[] Dashes = ["2 4", "none", "8 4", "none", "8 3 2 3", "4 3"];
    private readonly StringBuilder _text = new();

    public Svg(int width, int height, string title)
    {
        _text.Append(string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" font-family="system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif" font-size="13">
            <title>{SecurityElement.Escape(title)}</title>
            <style>
            {Style}
            </style>
            <rect class="paper" width="{width}" height="{height}"/>

            """).ReplaceLineEndings("\n"));
    }

    public void Text(double x, double y, string text, string anchor = "start", string kind = "ink", bool strong = false, double? turned = null)
    {
        var weight = strong ? " font-weight=\"600\" font-size=\"15\"" : "";
        var transform = turned is { } angle ? string.Create(CultureInfo.InvariantCulture, $" transform=\"rotate({angle} {x:0.#} {y:0.#})\"") : "";
        Line($"<text class=\"{kind}\" x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\"{weight}{transform}>{SecurityElement.Escape(text)}</text>");
    }

    public void Stroke(double x1, double y1, double x2, double y2, string kind) => Line($"<line class=\"{kind}\" x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\"/>");

    public void Path(IEnumerable<(double X, double Y)> points, int series)
    {
        var text = string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.#},{point.Y:0.#}")));
        Line($"<polyline class=\"s{series} line\" style=\"fill: none\" stroke-dasharray=\"{Dashes[series]}\" points=\"{text}\"/>");
    }

    public void Marker(double x, double y, int series)
    {
        const double Size = 4;
        switch (series % 3)
        {
            case 0:
                Line($"<circle class=\"s{series}\" cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{Size}\"/>");
                break;
            case 1:
                Line($"<rect class=\"s{series}\" x=\"{x - Size:0.#}\" y=\"{y - Size:0.#}\" width=\"{2 * Size}\" height=\"{2 * Size}\"/>");
                break;
            default:
                Line($"<polygon class=\"s{series}\" points=\"{x:0.#},{y - Size - 1:0.#} {x - Size - 1:0.#},{y + Size:0.#} {x + Size + 1:0.#},{y + Size:0.#}\"/>");
                break;
        }
    }

    public void Bar(double x, double y, double width, double height, int series) =>
        Line($"<rect class=\"s{series} bar\" x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{Math.Max(width, 1):0.#}\" height=\"{height:0.#}\"/>");

    public string Finish() => _text + "</svg>\n";

    private void Line(FormattableString line) => _text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
