using System.Globalization;
using System.Reflection;

namespace Sluice.BuildCost;

/// <summary>The same connectors in two projects.</summary>
/// <param name="WithPackage">With the package as a user has it: generator and analyzers run.</param>
/// <param name="CheckedIn">With what was generated as files of its own, and neither generator nor analyzers.</param>
internal sealed record ProjectPair(BuiltProject WithPackage, BuiltProject CheckedIn)
{
    public static async Task<ProjectPair> CreateAsync(string folder, int connectors)
    {
        var root = typeof(ProjectPair).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(metadata => metadata.Key is "RepositoryRoot").Value!;
        var feed = Path.Combine(folder, "feed");
        await Dotnet.RunAsync(root, "pack", "src/Sluice/Sluice.csproj", "--configuration", "Release", "--output", feed, "-p:Version=0.1.0-cost");

        var withPackage = await WriteAsync(folder, "with-package", connectors, "");
        await withPackage.RebuildAsync("-p:EmitCompilerGeneratedFiles=true", "-p:CompilerGeneratedFilesOutputPath=" + Path.Combine(folder, "generated"));

        var checkedIn = await WriteAsync(folder, "checked-in", connectors, "ExcludeAssets=\"analyzers\"");
        var number = 0;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "generated"), "*.cs", SearchOption.AllDirectories).Where(path => path.Contains("Sluice.Generators", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            File.Copy(file, Path.Combine(folder, "checked-in", string.Create(CultureInfo.InvariantCulture, $"Generated{number++}.g.cs")));
        if (number < connectors)
            throw new InvalidOperationException($"Only {number.ToString(CultureInfo.InvariantCulture)} files were generated.");
        return new(withPackage, checkedIn);
    }

    private static async Task<BuiltProject> WriteAsync(string folder, string name, int connectors, string exclusion)
    {
        var project = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        await File.WriteAllTextAsync(Path.Combine(project, "Many.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <EnableNETAnalyzers>false</EnableNETAnalyzers>
                <RestoreAdditionalProjectSources>{Path.Combine(folder, "feed")}</RestoreAdditionalProjectSources>
                <RestorePackagesPath>{Path.Combine(folder, "packages")}</RestorePackagesPath>
                <RestoreFallbackFolders>{Dotnet.PackageCache}</RestoreFallbackFolders>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Sluice" Version="0.1.0-cost" {exclusion} />
              </ItemGroup>
            </Project>
            """);
        for (var number = 0; number < connectors; number++)
            await File.WriteAllTextAsync(Path.Combine(project, string.Create(CultureInfo.InvariantCulture, $"Connector{number}.cs")), ConnectorSource.Of(number));
        await Dotnet.RunAsync(project, "restore");
        return new(project);
    }
}
