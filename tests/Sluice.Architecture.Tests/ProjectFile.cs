using System.Xml.Linq;

namespace Sluice.Architecture.Tests;

/// <summary>What a project file says, with its paths relative to the repository.</summary>
internal sealed class ProjectFile
{
    private readonly XDocument _document;

    private ProjectFile(string path)
    {
        Path = path;
        _document = XDocument.Load(Repository.PathOf(path));
    }

    public string Path { get; }

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public IEnumerable<string> References => Included("ProjectReference").Select(System.IO.Path.GetFileNameWithoutExtension).Select(name => name!);

    /// <summary>Source files of other projects that are compiled into this one.</summary>
    public IEnumerable<string> LinkedSources => Included("Compile").Where(source => source.StartsWith("../", StringComparison.Ordinal));

    public IEnumerable<string> VersionsOfItsOwn =>
        from reference in _document.Descendants("PackageReference")
        where reference.Attribute("Version") is not null || reference.Element("Version") is not null
        select reference.Attribute("Include")!.Value;

    /// <summary>The projects of this repository: kind/project/project.csproj. Deeper ones (template, consumer) are a user's.</summary>
    public static IReadOnlyList<ProjectFile> All { get; } =
        [.. Repository.Files("*.csproj").Where(path => path.Count(letter => letter == '/') == 2).Select(path => new ProjectFile(path))];

    public override string ToString() => Name;

    private IEnumerable<string> Included(string item) =>
        from element in _document.Descendants(item)
        let include = element.Attribute("Include")?.Value
        where include is not null
        from path in include.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        select path.Replace('\\', '/');
}
