using Sluice.Benchmarks.Plots;

// Sluice.Benchmarks.Plots [results folder] [docs folder]: a figure and a table for each family that was measured, for the page on performance.
var results = args.ElementAtOrDefault(0) ?? Path.Combine("artifacts", "benchmarks");
var docs = args.ElementAtOrDefault(1) ?? "docs";
var measured = Results.Read(results);
var written = 0;

var folder = Directory.CreateDirectory(Path.Combine(docs, "performance")).FullName;
foreach (var figure in Figures.All)
    Tell(figure.File, figure.Draw(measured), svg => File.WriteAllText(Path.Combine(folder, figure.File), svg));

var page = Path.Combine(docs, "performance.md");
foreach (var table in Tables.All)
    Tell(table.Name, table.Write(measured), text => File.WriteAllText(page, Tables.Put(File.ReadAllText(page), table.Name, text)));

return written > 0 ? 0 : 1;

void Tell(string what, string? content, Action<string> write)
{
    if (content is null)
    {
        Console.Error.WriteLine($"{what}: not measured, left as it is");
        return;
    }

    write(content);
    Console.WriteLine(what);
    written++;
}
