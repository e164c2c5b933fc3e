using System.Text;
using Sluice.Benchmarks.Plots;

// Sluice.Benchmarks.Plots [results folder] [target folder]: an SVG for each figure whose family was measured.
var results = args.ElementAtOrDefault(0) ?? Path.Combine("artifacts", "benchmarks");
var target = args.ElementAtOrDefault(1) ?? Path.Combine("docs", "performance");
var measured = Results.Read(results);
Directory.CreateDirectory(target);
var written = 0;
foreach (var figure in Figures.All)
{
    if (figure.Draw(measured) is not { } svg)
    {
        Console.Error.WriteLine($"{figure.File}: not measured, left as it is");
        continue;
    }

    var path = Path.Combine(target, figure.File);
    File.WriteAllText(path, svg, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    Console.WriteLine(path);
    written++;
}

return written > 0 ? 0 : 1;
