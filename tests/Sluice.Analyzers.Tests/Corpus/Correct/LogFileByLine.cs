using System.Globalization;
using Sluice;

namespace Corpus.LogFileByLine;

[ConnectorConfiguration]
public sealed partial class CsvConfiguration
{
    [ConfigurationProperty]
    public string Path { get; set; } = "";

    [ConfigurationProperty]
    public int BatchSize { get; set; } = 100;
}

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

/// <summary>A port of a connector that reads a log file: line number is the position.</summary>
[Connector("log-file-by-line")]
public sealed partial class CsvConnector(CsvConfiguration configuration)
{
    [LatestSyncToken<Person>]
    public int? Latest() => File.Exists(configuration.Path) ? CountLines() : null;

    [Sync<Person>]
    public void Sync(int? after, ISyncTokenResultsHandler<Person> handler)
    {
        if (!File.Exists(configuration.Path))
            return;

        var last = CountLines();
        using var reader = new StreamReader(configuration.Path);
        string? line;
        for (var number = 1; number <= last && (line = reader.ReadLine()) != null; number++)
        {
            if (number <= after)
                continue;
            if (line.Split(';') is not [var kind, var id, ..] parts)
                throw new ConnectorException(string.Create(CultureInfo.InvariantCulture, $"Line {number} of '{configuration.Path}' has no kind and id."));
            var delta = kind switch
            {
                "D" => SyncDelta.Delete<Person>(number, id),
                "U" when parts.Length > 2 => SyncDelta.Update(number, new Person(id, parts[2])),
                "C" when parts.Length > 2 => SyncDelta.Create(number, new Person(id, parts[2])),
                _ => throw new ConnectorException(string.Create(CultureInfo.InvariantCulture, $"Line {number}: '{kind}' is none of C, U, D.")),
            };
            if (!handler.Handle(delta))
                return;
        }

        handler.HandleResult(last);
    }

    private int CountLines() => File.ReadLines(configuration.Path).Count();
}
