using Sluice;

namespace Corpus.CsvByModificationTime;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

[ConnectorConfiguration]
public sealed partial class DropConfiguration
{
    public string Folder { get; set; } = "";

    public string PasswordColumn { get; set; } = "pwd";
}

/// <summary>Files of a folder by the time that the file system gave them; two files of one time are one group.</summary>
[Connector("csv-files")]
public sealed partial class DropConnector(DropConfiguration configuration)
{
    private readonly string _folder = Path.GetFullPath(configuration.Folder);

    [LatestSyncToken<Person>]
    public long? Latest() => Files().LastOrDefault()?.LastWriteTimeUtc.Ticks;

    [Sync<Person>(TokenGranularity.AtLeastOnce)]
    public IEnumerable<SyncDelta<Person>> Sync(long? after)
    {
        foreach (var file in Files().Where(file => after is null || file.LastWriteTimeUtc.Ticks >= after))
        {
            var written = file.LastWriteTimeUtc.Ticks;
            foreach (var line in File.ReadLines(file.FullName).Where(line => !line.StartsWith(configuration.PasswordColumn, StringComparison.Ordinal)))
            {
                if (line.Split(';') is [var id, var login, ..])
                    yield return SyncDelta.CreateOrUpdate(written, new Person(id, login));
            }
        }
    }

    private IEnumerable<FileInfo> Files() => new DirectoryInfo(_folder).EnumerateFiles("*.csv").OrderBy(file => file.LastWriteTimeUtc);
}
