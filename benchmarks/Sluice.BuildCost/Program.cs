using System.Globalization;
using Sluice.BuildCost;

// What the package costs in a build: the same connectors once with generator and analyzers, once with the generated code checked in.
var options = Options.Parse(args);
if (options is null)
    return 1;

using var folder = new TemporaryFolder();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{options.Connectors} connectors, {options.Pairs} pairs, {Environment.ProcessorCount} cores"));
var projects = await ProjectPair.CreateAsync(folder.Path, options.Connectors);

await projects.WithPackage.RebuildAsync();
await projects.CheckedIn.RebuildAsync();
var ratios = new List<double>();
Console.WriteLine("with package (s)  checked in (s)  ratio");
for (var pair = 0; pair < options.Pairs; pair++)
{
    // The order changes, so that what the machine does beside weighs on both.
    var (first, second) = pair % 2 == 0 ? (projects.WithPackage, projects.CheckedIn) : (projects.CheckedIn, projects.WithPackage);
    var times = (First: await first.RebuildAsync(), Second: await second.RebuildAsync());
    var (with, without) = pair % 2 == 0 ? times : (times.Second, times.First);
    ratios.Add(with / without);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{with.TotalSeconds,16:F1}  {without.TotalSeconds,14:F1}  {with / without,5:F2}"));
}

ratios.Sort();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio: median {ratios[ratios.Count / 2]:F2}, from {ratios[0]:F2} to {ratios[^1]:F2}"));
Console.WriteLine();
foreach (var line in await projects.WithPackage.ReportAsync())
    Console.WriteLine(line);
return 0;
